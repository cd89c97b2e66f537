"""One request to a remote diarizer, and what became of it."""

import errno
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.core.embedding.remote_address import LABEL, Address
from desktop_app.core.embedding.remote_answer import Answer
from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.embedding.remote_limits import RemoteLimits
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.translation import tr

if TYPE_CHECKING:
    import httpx2

_MOST_BYTES = 256 * 1024
"""Of an answer; 256 numbers take about 6 KB."""
_Files = Mapping[str, tuple[str, bytes, str]]
_SLOW = tr("did not answer in time")


class RemoteClient:
    """Connections to one host, kept open between requests; opened by the first."""

    def __init__(
        self, address: Address, limits: RemoteLimits, *, token: str, ca_file: str, clock: Callable[[], float]
    ) -> None:
        """ModelUnavailable if the file of certificates cannot be read."""
        import httpx2

        self._address = address
        self._limits = limits
        self._clock = clock
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "diarist"}
        self._client = httpx2.Client(
            headers=headers | ({"Authorization": f"Bearer {token}"} if token else {}),
            verify=_trusted(ca_file) if address.is_encrypted else False,
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=limits.in_flight),
            follow_redirects=False,
            trust_env=False,  # the host that the user named is asked, no proxy, and nothing but the token sent
        )

    def post(self, path: str, wav: bytes, left_s: float) -> Answer:
        """Send a WAV file; NoAnswer if nothing whole comes back in so many seconds."""
        return self._send("POST", path, left_s, {"file": ("segment.wav", wav, "audio/wav")})

    def get(self, path: str) -> Answer:
        """Ask for a path; errors as post's."""
        return self._send("GET", path, self._limits.connect_s + self._limits.write_s)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _send(self, method: str, path: str, left_s: float, files: _Files | None = None) -> Answer:
        until = self._clock() + left_s
        with _no_answer() as progress:
            timeout = _timeout(self._limits, left_s)
            with self._client.stream(method, self._address.url + path, timeout=timeout, files=files) as response:
                progress.append("headers")
                body = self._body(response, until)
                headers = response.headers
                return Answer(response.status_code, body, headers.get("location", ""), headers.get("retry-after", ""))

    def _body(self, response: "httpx2.Response", until: float) -> bytes:
        body = bytearray()
        for part in response.iter_raw():
            body += part
            if len(body) > _MOST_BYTES:
                raise NoAnswer(tr("answered with far more than an embedding"))
            if self._clock() >= until:
                raise NoAnswer(_SLOW)
        return bytes(body)


def _timeout(limits: RemoteLimits, left_s: float) -> "httpx2.Timeout":
    import httpx2

    least_s = 0.001  # none left is not the same as no limit
    connect_s, read_s, write_s = (
        max(least_s, min(left_s, each)) for each in (limits.connect_s, limits.read_s, limits.write_s)
    )
    return httpx2.Timeout(connect=connect_s, read=read_s, write=write_s, pool=connect_s)


def _trusted(ca_file: str) -> ssl.SSLContext:
    import httpx2

    context = httpx2.create_ssl_context(trust_env=False)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ValueError) as error:
            reason = tr("{file} holds no certificates that can be read", file=ca_file)
            hint = tr("Choose a file of certificates in PEM format in the settings.")
            raise ModelUnavailable(LABEL, reason, hint) from error
    return context


@contextmanager
def _no_answer() -> Iterator[list[str]]:
    """What goes wrong in the block, as NoAnswer. It appends to the list once an answer has begun."""
    import httpx2

    begun: list[str] = []
    try:
        yield begun
    except httpx2.ConnectTimeout as error:
        raise NoAnswer(tr("could not be reached in time"), again=True) from error
    except httpx2.TimeoutException as error:
        raise NoAnswer(_SLOW) from error
    except httpx2.ConnectError as error:
        raise _unconnected(error) from error
    except (httpx2.NetworkError, httpx2.RemoteProtocolError) as error:
        if begun:
            raise NoAnswer(tr("broke off in the middle of its answer")) from error
        if isinstance(error, httpx2.RemoteProtocolError) and "disconnected" not in str(error):
            raise NoAnswer(tr("does not speak HTTP")) from error
        raise NoAnswer(tr("closed the connection without an answer"), again=True) from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise NoAnswer(tr("could not be asked")) from error


def _unconnected(error: BaseException) -> NoAnswer:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return NoAnswer(tr("has a certificate that is not valid here"))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return NoAnswer(tr("does not speak TLS as it should"))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return NoAnswer(tr("has a name that is not known"))
    if any(isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED for cause in causes):
        return NoAnswer(tr("refused the connection"), again=True)
    return NoAnswer(tr("cannot be reached"), again=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
