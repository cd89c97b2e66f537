"""Fetching a published model into the store, or a short text: the only place that reaches for the network, and only
when it is asked to.

huggingface_hub's own downloader begins anew after an interruption and tells the hub what is installed here; a file of a
pinned revision is one plain request, which takes up where the last one ended.
"""

import os
from ssl import SSLCertVerificationError
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from desktop_app.core.models.byte_progress import BytesDone, OnBytes
from desktop_app.core.models.errors import ModelStoreError, ModelUnavailable
from desktop_app.core.models.locate_model import FoundModel, find_model, require_right_bytes, search_model
from desktop_app.core.models.model_spec import FileSpec, HubSource, ModelSpec
from desktop_app.core.models.model_store import partial_path, refuse_over_own, require_room, settle, writing
from desktop_app.core.models.runtime_packages import can_never_run_here, what_is_lacking
from desktop_app.translation import figure, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from httpx2 import Client, Response

_HUB = "https://huggingface.co"
_TIMEOUT_S = 30.0
_SHORT_BYTES = 1000
_OK, _PARTIAL_CONTENT, _RANGE_REFUSED = 200, 206, 416
_NO_RIGHT = (401, 403)
_NOT_THERE = 404


def fetch_model(spec: ModelSpec, *, on_bytes: OnBytes = lambda _done, _total: None) -> FoundModel:
    """The published model, in the store, unless a whole one is here already. ModelStoreError.

    An interruption of any kind leaves the store as it was; what had come is kept for the next try. HF_ENDPOINT names
    another hub, HF_TOKEN is shown to it. ModelUnavailable if a carried model is not in order.
    """
    found = _whole(spec)
    if found is not None:
        return found
    if can_never_run_here(spec):
        raise ModelStoreError(tr("{model} would not run here. {cure}", model=spec.label, cure=what_is_lacking(spec)))
    hub = spec.hub
    assert hub is not None  # noqa: S101  _whole has found a carried model, or raised
    with writing(spec.name, spec.files) as folder:
        refuse_over_own(spec.name, spec.files)
        require_room(folder, spec.size - sum(_size(partial_path(folder, file)) for file in spec.files))
        done = BytesDone(on_bytes, spec.size)
        for file in spec.files:
            _fetch(_address(hub, file), partial_path(folder, file), file, done)
        settle(folder, spec.files, source=_address(hub, spec.files[0]), own=False, on_bytes=lambda _: None)
    return find_model(spec)


def fetch_short_text(url: str) -> str:
    """The beginning of the text at this address, asked for once, without saying anything of this computer.
    ModelStoreError."""
    import httpx2

    headers = {"User-Agent": "diarist", "Accept-Encoding": "identity"}
    host = urlsplit(url).hostname
    try:
        with httpx2.Client(headers=headers, timeout=_TIMEOUT_S) as client, client.stream("GET", url) as response:
            if response.status_code != _OK:
                raise ModelStoreError(tr("{host} answers with HTTP {status}", host=host, status=response.status_code))
            return next(response.iter_raw(_SHORT_BYTES), b"").decode(errors="replace")
    except (httpx2.RequestError, httpx2.InvalidURL) as error:
        raise ModelStoreError(tr("{host} cannot be reached", host=host)) from error


def _whole(spec: ModelSpec) -> FoundModel | None:
    """The model if it is here and every byte is right."""
    if spec.hub is None:
        return find_model(spec)
    try:
        found = search_model(spec)
        if found is not None:
            require_right_bytes(found)
    except ModelUnavailable:
        return None
    return found


def _address(hub: HubSource, file: FileSpec) -> str:
    endpoint = (os.environ.get("HF_ENDPOINT") or _HUB).rstrip("/")
    return f"{endpoint}/{hub.repo}/resolve/{hub.revision}/{hub.path_of(file)}"


def _fetch(url: str, partial: "Path", file: FileSpec, done: BytesDone) -> None:
    """Bring the partial file to its size, asking again as long as each request brings something."""
    import httpx2

    try:
        with httpx2.Client(headers=_headers(), timeout=_TIMEOUT_S, follow_redirects=True) as client:
            done.add(_size(partial))
            while (before := _size(partial)) != file.size:
                try:
                    _request(client, url, partial, file, done)
                except httpx2.TransportError:
                    if _size(partial) <= before:
                        raise
    except (httpx2.RequestError, httpx2.InvalidURL) as error:
        raise _unreached(url, error) from error
    except OSError:
        partial.unlink(missing_ok=True)  # a full disk is not to stay full
        raise
    finally:
        if not _size(partial):
            partial.unlink(missing_ok=True)


def _headers() -> dict[str, str]:
    headers = {"User-Agent": "diarist", "Accept-Encoding": "identity"}
    if token := os.environ.get("HF_TOKEN", "").strip():
        headers["Authorization"] = f"Bearer {token}"
    return headers


def _request(client: "Client", url: str, partial: "Path", file: FileSpec, done: BytesDone) -> None:
    """One request for what is missing of the file."""
    with _opened(partial) as target:
        if target.tell() > file.size:
            _restart(target, done)
        have = target.tell()
        with client.stream("GET", url, headers={"Range": f"bytes={have}-"} if have else {}) as response:
            if response.status_code == _RANGE_REFUSED and have:
                _restart(target, done)
                return
            _require_right_answer(response, file, have)
            if have and response.status_code == _OK:  # it knows no ranges
                _restart(target, done)
            _write(response, target, file, done)


def _opened(partial: "Path") -> BinaryIO:
    """The partial file, at its end."""
    partial.touch()
    target = partial.open("r+b")
    target.seek(0, os.SEEK_END)
    return target


def _restart(target: BinaryIO, done: BytesDone) -> None:
    done.add(-target.tell())
    target.seek(0)
    target.truncate()


def _write(response: "Response", target: BinaryIO, file: FileSpec, done: BytesDone) -> None:
    """What comes, up to the size of the file: whether it is right, the hash tells."""
    for block in response.iter_raw():
        wanted = block[: file.size - target.tell()]
        target.write(wanted)
        done.add(len(wanted))
        if target.tell() == file.size:
            break
    target.flush()
    os.fsync(target.fileno())


def _require_right_answer(response: "Response", file: FileSpec, have: int) -> None:
    """ModelStoreError unless what follows is what was asked for."""
    status, host = response.status_code, _host(response)
    if status in _NO_RIGHT:
        raise ModelStoreError(
            tr(
                "{host} refuses {file} (HTTP {status}): set HF_TOKEN to a token that may read it",
                host=host,
                file=file.name,
                status=status,
            )
        )
    if status == _NOT_THERE:
        raise ModelStoreError(
            tr(
                "{host} does not have {file} (HTTP {status}): this Diarist may be too old",
                host=host,
                file=file.name,
                status=status,
            )
        )
    if status not in (_OK, _PARTIAL_CONTENT):
        raise ModelStoreError(
            tr(
                "{host} answered with HTTP {status} instead of {file}: try again later",
                host=host,
                file=file.name,
                status=status,
            )
        )
    start, _, total = response.headers.get("Content-Range", "").partition("/")
    if status == _PARTIAL_CONTENT and not start.startswith(f"bytes {have}-"):
        raise ModelStoreError(
            tr("{host} sends another part of {file} than it was asked for: try again later", host=host, file=file.name)
        )
    if status == _OK:
        total = response.headers.get("Content-Length", "")
    if total.isdecimal() and int(total) != file.size:
        raise ModelStoreError(
            tr(
                "{host} has another {file}: {found} bytes instead of {wanted}",
                host=host,
                file=file.name,
                found=figure(int(total)),
                wanted=figure(file.size),
            )
        )


def _unreached(url: str, error: Exception) -> ModelStoreError:
    import httpx2

    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    if host is None or isinstance(error, httpx2.UnsupportedProtocol):
        return ModelStoreError(tr("HF_ENDPOINT names no web address: {text}", text=os.environ.get("HF_ENDPOINT")))
    if any(isinstance(cause, SSLCertVerificationError) for cause in _causes(error)):
        return ModelStoreError(
            tr("{host} has a certificate that is not valid here: nothing is fetched from it", host=host)
        )
    if isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout)):
        return ModelStoreError(
            tr("no connection to {host}: try again when there is one, it goes on where it ended", host=host)
        )
    return ModelStoreError(tr("the connection to {host} broke off: try again, it goes on where it ended", host=host))


def _causes(error: BaseException | None) -> "Iterator[BaseException]":
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _host(response: "Response") -> str:
    return str(response.request.url.host)


def _size(path: "Path") -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
