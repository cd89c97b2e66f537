"""The chunks of a WAV file, and how much sound it really holds, whatever its header says."""

import io
import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_HEADER = struct.Struct("<4sI")
_FIRST_CHUNK = 12
# The longest format that is known has 40 bytes; a claim beyond is no reason to read more.
_FMT_BYTES = 1024
# A file of nothing but tiny chunks would be searched for hours.
_MOST_CHUNKS = 1000


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk of a RIFF file. start: offset of its body; size: of the body in bytes, as the header claims."""

    name: bytes
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class WavLayout:
    """Where the parts of a WAV file lie.

    fmt: the body of the format chunk, b"" if there is none before the sound.
    start, size: the sound's bytes that are really there; claimed: how many the header says.
    """

    fmt: bytes
    start: int
    size: int
    claimed: int


def wav_layout(file: BinaryIO) -> WavLayout | None:
    """The parts of a WAV file; None if the bytes are not RIFF/WAVE or there is no data chunk.

    A recorder that crashes leaves a size of 0 or 0xFFFFFFFF, and one that passes 4 GB wraps around: then the sound
    is everything to the end of the file. A size is believed when other chunks follow and fill the rest.
    """
    file.seek(0)
    if not is_wav(file.read(_FIRST_CHUNK)):
        return None
    fmt = b""
    for chunk in _chunks(file, _FIRST_CHUNK):
        if chunk.name == b"fmt ":
            file.seek(chunk.start)
            fmt = file.read(min(chunk.size, _FMT_BYTES))
        elif chunk.name == b"data":
            return WavLayout(fmt, chunk.start, _size_there(file, chunk), chunk.size)
    return None


def is_wav(opening: bytes) -> bool:
    """Whether a file that begins with these bytes is a WAV file."""
    return opening[:4] == b"RIFF" and opening[8:12] == b"WAVE"


def _chunks(file: BinaryIO, offset: int) -> Iterator[Chunk]:
    for _ in itertools.repeat(None, _MOST_CHUNKS):
        file.seek(offset)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        name, size = _HEADER.unpack(header)
        yield Chunk(name, offset + _HEADER.size, size)
        offset += _HEADER.size + size + size % 2


def _size_there(file: BinaryIO, data: Chunk) -> int:
    length = file.seek(0, io.SEEK_END)
    end = data.start + data.size
    # Some writers leave out the byte that makes an odd chunk even.
    if any(_ends_in_chunks(file, offset, length) for offset in (end, end + data.size % 2)):
        return data.size
    return length - data.start


def _ends_in_chunks(file: BinaryIO, offset: int, length: int) -> bool:
    """Whether whole chunks with readable names, or nothing, lie between the offset and the end of the file."""
    for chunk in _chunks(file, offset):
        if not all(0x20 <= letter < 0x7F for letter in chunk.name):
            return False
        offset = chunk.start + chunk.size
    return offset <= length < offset + _HEADER.size
