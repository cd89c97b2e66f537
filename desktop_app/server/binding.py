"""Where the server listens, and what it takes to be reached from other computers."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.embedding.remote_address import is_loopback
from desktop_app.server.errors import CannotServe

TOKEN_VARIABLE = "DIARIST_SERVER_TOKEN"  # noqa: S105  the name of a variable


@dataclass(frozen=True, slots=True)
class Binding:
    """host: a name or an address of this computer; port: 0 for any that is free. token: '' for none.

    certificate, key: PEM files, both or none, to encrypt with. insecure: serve others even without a token.
    """

    host: str
    port: int
    token: str = ""
    certificate: Path | None = None
    key: Path | None = None
    insecure: bool = False

    def check(self) -> None:
        """CannotServe if others could use the server whom nobody let in, or half of what encrypts is missing."""
        if (self.certificate is None) != (self.key is None):
            raise CannotServe("encrypting takes both --tls-cert and --tls-key")
        for path in (self.certificate, self.key):
            if path is not None and not path.is_file():
                raise CannotServe(f"{path}: there is no such file")
        if not (self.token or self.insecure or is_loopback(self.host)):
            raise CannotServe(
                f"{self.host} can be reached from other computers: set a token in {TOKEN_VARIABLE} or --token-file, "
                "or say --insecure to serve whoever comes"
            )

    @property
    def warning(self) -> str | None:
        """What whoever starts it so should know, one sentence; None if there is nothing."""
        if is_loopback(self.host) or self.certificate is not None:
            return None
        return "sound and token cross the network unencrypted, unless something before this server encrypts them"

    def listen(self) -> socket.socket:
        """A socket that others can connect to from now on; CannotServe if the place is not free, or not ours."""
        try:
            kind, *_, address = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)[0]
            return socket.create_server((address[0], self.port), family=kind)
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise CannotServe(f"{self.host} port {self.port} cannot be listened on: {why}") from error

    def url(self, listening: socket.socket) -> str:
        """Where it is found."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.certificate else 'http'}://{host}:{listening.getsockname()[1]}"


def token_from(file: Path | None) -> str:
    """The token in the file, else in the environment, else ''; CannotServe if the file holds none."""
    if file is None:
        return os.environ.get(TOKEN_VARIABLE, "").strip()
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotServe(f"{file}: the token cannot be read") from error
    if not token:
        raise CannotServe(f"{file}: the file is empty")
    return token
