"""What is in a file, also where it is a ZIP file of parts: packed text is found by no search."""

import io
from zipfile import ZipFile, is_zipfile


def unpacked(data: bytes) -> bytes:
    """The data, or that of all parts."""
    if not is_zipfile(io.BytesIO(data)):
        return data
    with ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())
