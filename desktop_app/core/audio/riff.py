"""The chunks of a WAV, RF64 or W64 file, and how much sound it really holds, whatever its header says."""

import io
import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

# The longest format that is known has 40 bytes; a claim beyond is no reason to read more.
_FMT_BYTES = 1024
# A file of nothing but tiny chunks would be searched for hours.
_MOST_CHUNKS = 1000
_OPENING_BYTES = 40
_NEEDED = (b"fmt ", b"ds64", b"data")
_LOOKED_AT_BYTES = 1 << 20
_W64_RIFF = b"riff" + bytes.fromhex("2e91cf11a5d628db04c10000")
_W64_WAVE = b"wave" + bytes.fromhex("f3acd3118cd100c04f8edb8a")
_ELSEWHERE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk. name: four letters; start: offset of its body; size: of the body in bytes, as the header claims.
    is_believed: it ends within the file; if not, and it is not the sound, its size is that to the next known one."""

    name: bytes
    start: int
    size: int
    is_believed: bool = True


@dataclass(frozen=True, slots=True)
class WavLayout:
    """Where the parts of a WAV file lie.

    fmt: the body of the format chunk, b"" if there is none before the sound.
    start, size: the sound's bytes that are really there; claimed: how many the header says. is_true: all that the
    header says is so.
    """

    fmt: bytes
    start: int
    size: int
    claimed: int
    is_true: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """How chunks are written. first: offset of the first; header: name and size; counted: bytes of the header that the
    size counts; even: chunks begin at multiples of it."""

    first: int
    header: struct.Struct
    counted: int
    even: int


_RIFF = _Form(12, struct.Struct("<4sI"), counted=0, even=2)
_W64 = _Form(40, struct.Struct("<4s12xQ"), counted=24, even=8)


def wav_layout(file: BinaryIO) -> WavLayout | None:
    """The parts of a WAV, RF64 or W64 file; None if the bytes are nothing of the kind or there is no data chunk.

    A recorder that crashes leaves a size of 0 or 0xFFFFFFFF, and one that passes 4 GB wraps around: then the sound
    is everything to the end of the file. A size is believed when other chunks follow and fill the rest.
    """
    file.seek(0)
    form = _form(file.read(_OPENING_BYTES))
    if form is None:
        return None
    fmt, size_elsewhere, is_true = b"", _ELSEWHERE, True
    for chunk in _chunks(file, form.first, form):
        is_true = is_true and (chunk.is_believed or chunk.name == b"data")
        if chunk.name == b"fmt ":
            fmt = _body(file, chunk, _FMT_BYTES)
        elif chunk.name == b"ds64" and len(sizes := _body(file, chunk, 16)) == 16:
            size_elsewhere = int(struct.unpack_from("<Q", sizes, 8)[0])
        elif chunk.name == b"data":
            claimed = size_elsewhere if chunk.size == _ELSEWHERE else chunk.size
            size = _size_there(file, chunk.start, claimed, form)
            return WavLayout(fmt, chunk.start, size, claimed, is_true and size == claimed)
    return None


def is_wav(opening: bytes) -> bool:
    """Whether a file that begins with these bytes, 40 or all there are, is of one of these kinds."""
    return _form(opening) is not None


def _form(opening: bytes) -> _Form | None:
    if opening[:4] in {b"RIFF", b"RF64", b"BW64"} and opening[8:12] == b"WAVE":
        return _RIFF
    return _W64 if opening[:16] == _W64_RIFF and opening[24:40] == _W64_WAVE else None


def _chunks(file: BinaryIO, offset: int, form: _Form) -> Iterator[Chunk]:
    length = file.seek(0, io.SEEK_END)
    for _ in itertools.repeat(None, _MOST_CHUNKS):
        file.seek(offset)
        header = file.read(form.header.size)
        if len(header) < form.header.size:
            return
        name, size = form.header.unpack(header)
        chunk = Chunk(name, offset + form.header.size, max(0, size - form.counted))
        if name != b"data" and chunk.start + chunk.size > length:
            chunk = Chunk(name, chunk.start, _bytes_to_next(file, chunk.start), is_believed=False)
        yield chunk
        offset = _aligned(chunk.start + chunk.size, form)
        if offset > length:
            return


def _bytes_to_next(file: BinaryIO, start: int) -> int:
    """How far it is to the next chunk that a reader needs; all that was looked at if there is none."""
    file.seek(start)
    looked_at = file.read(_LOOKED_AT_BYTES)
    return min((at for name in _NEEDED if (at := looked_at.find(name)) >= 0), default=len(looked_at))


def _body(file: BinaryIO, chunk: Chunk, most_bytes: int) -> bytes:
    file.seek(chunk.start)
    return file.read(min(chunk.size, most_bytes))


def _aligned(offset: int, form: _Form) -> int:
    return -(-offset // form.even) * form.even


def _size_there(file: BinaryIO, start: int, claimed: int, form: _Form) -> int:
    length = file.seek(0, io.SEEK_END)
    end = start + claimed
    # Some writers leave out the bytes that make an odd chunk even.
    if any(_ends_in_chunks(file, offset, length, form) for offset in (end, _aligned(end, form))):
        return claimed
    return length - start


def _ends_in_chunks(file: BinaryIO, offset: int, length: int, form: _Form) -> bool:
    """Whether whole chunks with readable names, or nothing, lie between the offset and the end of the file."""
    if offset > length:
        return False
    for chunk in _chunks(file, offset, form):
        if not chunk.is_believed or not all(0x20 <= letter < 0x7F for letter in chunk.name):
            return False
        offset = chunk.start + chunk.size
    return offset <= length < offset + form.header.size
