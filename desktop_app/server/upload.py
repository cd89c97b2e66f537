"""The file of a request, kept in memory, and no more of it than is allowed."""

import asyncio
from collections.abc import AsyncGenerator

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from desktop_app.server.errors import Refused
from desktop_app.server.limits import ServerLimits

_FIELD = "file"
_MOST_FIELDS = 8


async def read_upload(request: Request, limits: ServerLimits) -> bytes:
    """The bytes of the part `file` of a multipart request; Refused if there is none, or it is too large or too slow."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise _missing()
    if _claimed_bytes(request) > limits.max_bytes:
        raise _too_large(limits)
    try:
        async with asyncio.timeout(limits.upload_s):
            form = await _InMemory.of(request, limits).parse()
    except TimeoutError as error:
        raise Refused(408, "upload_too_slow", f"The file did not arrive within {limits.upload_s:g} s.") from error
    except MultiPartException as error:
        raise Refused(422, "bad_form", f"The form cannot be read: {error.message}") from error
    except ClientDisconnect as error:
        raise Refused(400, "disconnected", "The connection was closed before the file had arrived.") from error
    try:
        return _file_in(form)
    finally:
        await form.close()


class _InMemory(MultiPartParser):
    """A parser that writes no file, whatever the size: that is bounded by the stream."""

    spool_max_size = 0
    """For tempfile: no bound."""

    @classmethod
    def of(cls, request: Request, limits: ServerLimits) -> "_InMemory":
        stream = _bounded(request, limits)
        return cls(request.headers, stream, max_files=1, max_fields=_MOST_FIELDS)


async def _bounded(request: Request, limits: ServerLimits) -> AsyncGenerator[bytes, None]:
    taken = 0
    async for part in request.stream():
        taken += len(part)
        if taken > limits.max_bytes:
            raise _too_large(limits)
        yield part


def _file_in(form: FormData) -> bytes:
    upload = form.get(_FIELD)
    if not isinstance(upload, UploadFile):
        raise _missing()
    return bytes(upload.file.read())


def _claimed_bytes(request: Request) -> int:
    claimed = request.headers.get("content-length", "")
    return int(claimed) if claimed.isdecimal() else 0


def _missing() -> Refused:
    message = f"Send the sound as multipart/form-data, in a part named {_FIELD!r} that has a file name."
    return Refused(422, "missing_file", message)


def _too_large(limits: ServerLimits) -> Refused:
    figures = {"max_bytes": limits.max_bytes}
    return Refused(413, "file_too_large", f"At most {limits.max_bytes:,} bytes are taken.", figures=figures)
