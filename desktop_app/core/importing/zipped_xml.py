"""XML and texts inside a ZIP file, as office programs write it, without trust in what the file says of its size."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.limits import MOST_BYTES
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.translation import tr

_MOST_FILES = 10_000
_READ_AT_ONCE = 1 << 20


def xml_in_zip(data: bytes, name: str) -> Element | None:
    """The XML file of that name; None where there is none. MalformedFile where it is none, or as for file_in_zip."""
    found = file_in_zip(data, name)
    return None if found is None else parse_xml(found)


def file_in_zip(data: bytes, name: str) -> bytes | None:
    """The file of that name, in any case; None where there is none. MalformedFile where it cannot be unpacked, is
    encrypted, or would be too large: its size is looked up first, and held to while it is unpacked, for the directory
    may lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            found = next((part for part in parts if part.filename.casefold() == name.casefold()), None)
            if found is None:
                return None
            if len(parts) > _MOST_FILES or found.file_size > MOST_BYTES:
                raise _too_large()
            with archive.open(found) as file:
                return b"".join(_limited(file))
    except MalformedFile:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise MalformedFile(tr("it cannot be unpacked ({why})", why=error)) from error


def _limited(file: IO[bytes]) -> Iterator[bytes]:
    left = MOST_BYTES
    while data := file.read(_READ_AT_ONCE):
        left -= len(data)
        if left < 0:
            raise _too_large()
        yield data


def _too_large() -> MalformedFile:
    return MalformedFile(tr("it is too large unpacked: more than {n} MB", n=MOST_BYTES >> 20))
