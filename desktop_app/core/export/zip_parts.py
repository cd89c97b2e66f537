"""Documents that are ZIP files of parts: the same parts give the same bytes, whenever and wherever they are packed."""

import io
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that ZIP knows."""
_UNIX = 3


def zipped(parts: Iterable[tuple[str, bytes]], *, stored: str = "") -> bytes:
    """The parts, by their names, in this order; none has a time. stored: the part that is not compressed."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in parts:
            part = ZipInfo(name, _NO_TIME)
            part.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            part.create_system = _UNIX
            archive.writestr(part, data)
    return written.getvalue()


def parts_of(document: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a document, in their order."""
    with ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
