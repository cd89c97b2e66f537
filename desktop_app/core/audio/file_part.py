"""A part of a file, under a header that may be another than its own, as a file for the decoder."""

import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.audio.riff import WavLayout

if TYPE_CHECKING:
    from typing_extensions import Buffer

# RF64, which may hold more than 4 GB: its true sizes stand in the first chunk, the usual ones are all ones.
_OPENING = struct.Struct("<4sI4s4sIQQQI")
_CHUNK = struct.Struct("<4sI")
_UNKNOWN = 0xFFFFFFFF


class FilePart(io.RawIOBase):
    """A readable, seekable file: the header, then so many bytes of the file on the disk from the start on."""

    def __init__(self, path: Path, start: int, size: int, header: bytes = b"") -> None:
        self._header = header
        self._start = start
        self._size = size
        self._position = 0
        self._file = path.open("rb")

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """As for any file."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: len(self._header) + self._size}
        self._position = max(0, base[whence] + offset)
        return self._position

    def readinto(self, buffer: "Buffer", /) -> int:
        """As for any file."""
        view = memoryview(buffer)
        part = self._header[self._position : self._position + len(view)] or self._body(len(view))
        view[: len(part)] = part
        self._position += len(part)
        return len(part)

    def close(self) -> None:
        """Close the file on the disk too."""
        self._file.close()
        super().close()

    def _body(self, size: int) -> bytes:
        at = self._position - len(self._header)
        self._file.seek(self._start + at)
        return self._file.read(max(0, min(size, self._size - at)))


def true_wav(path: Path, layout: WavLayout) -> FilePart:
    """A WAV file whose header is wrong about sizes, under a header that tells the truth.

    The decoder would look for further chunks behind the claimed sound, eight bytes at a time, through all there is.
    """
    return FilePart(path, layout.start, layout.size, _true_header(layout))


def _true_header(layout: WavLayout) -> bytes:
    fmt = _CHUNK.pack(b"fmt ", len(layout.fmt)) + layout.fmt + bytes(len(layout.fmt) % 2)
    data = _CHUNK.pack(b"data", _UNKNOWN)
    rest = 4 + 36 + len(fmt) + len(data) + layout.size
    return _OPENING.pack(b"RF64", _UNKNOWN, b"WAVE", b"ds64", 28, rest, layout.size, 0, 0) + fmt + data
