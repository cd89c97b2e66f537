"""Streams of bare MP3 and AAC frames, which carry no times: how much of one was lost tells how long its sound was."""

import mmap
import struct
from pathlib import Path

# MPEG audio, by version (1, then 2 and 2.5) and layer: kbit/s by the header's index, and the rates of version 1.
_KBITS = {
    (1, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES_HZ = (44_100, 48_000, 32_000)
_SYNC = 0xFFE
_BARE_FORMATS = frozenset({"mp3", "aac", "ac3", "eac3", "dts"})
_ID3V1_BYTES = 128
_COUNTS = (b"Xing", b"Info", b"VBRI")
_MARK_BYTES = 64
_ADTS = frozenset({b"\xff\xf0", b"\xff\xf1", b"\xff\xf8", b"\xff\xf9"})


def is_bare(format_name: str) -> bool:
    """Whether a container of this kind is nothing but frames behind each other."""
    return not _BARE_FORMATS.isdisjoint(format_name.split(","))


def frame_bytes(packet: bytes) -> int | None:
    """How long the MP3 or ADTS frame at the start of a packet is by its own header; None where there is none."""
    if len(packet) < 7 or struct.unpack_from(">H", packet)[0] >> 5 != _SYNC >> 1:
        return None
    layer = 4 - (packet[1] >> 1 & 3)
    if layer == 4:
        return int.from_bytes(packet[3:6], "big") >> 5 & 0x1FFF  # ADTS: 13 bits that end 3 bits into the sixth byte
    return _mpeg_frame_bytes(packet, layer)


def _mpeg_frame_bytes(packet: bytes, layer: int) -> int | None:
    version_bits = packet[1] >> 3 & 3
    kbits_index, rate_index, padding = packet[2] >> 4, packet[2] >> 2 & 3, packet[2] >> 1 & 1
    if version_bits == 1 or kbits_index in {0, 15} or rate_index == 3:
        return None
    version = 1 if version_bits == 3 else 2
    rate_hz = _RATES_HZ[rate_index] >> {3: 0, 2: 1, 0: 2}[version_bits]
    bits_a_second = 1000 * _KBITS[version, layer][kbits_index]
    if layer == 1:
        return (12 * bits_a_second // rate_hz + padding) * 4
    return (72 if layer == 3 and version == 2 else 144) * bits_a_second // rate_hz + padding


def junk_in_adts(path: Path) -> dict[int, int]:
    """How many bytes of what lies between the frames of an ADTS file may have been sound, by the number of the frame,
    from 0, that they lie before."""
    junk: dict[int, int] = {}
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        frame, offset = 0, 10 + syncsafe(data[6:10]) if data[:3] == b"ID3" else 0
        while 0 <= offset < len(data):
            if _is_adts(data, offset):
                offset += frame_bytes(data[offset : offset + 7]) or len(data)
                frame += 1
                continue
            start, offset = offset, _next_adts(data, offset)
            junk[frame] = sound_bytes(data[start : len(data) if offset < 0 else offset])
    return junk


def _is_adts(data: mmap.mmap, offset: int) -> bool:
    length = frame_bytes(data[offset : offset + 7]) if data[offset : offset + 2] in _ADTS else None
    return length is not None and length > 7


def _next_adts(data: mmap.mmap, offset: int) -> int:
    """Where the next frame begins that another follows, or that ends the file; -1 if none does."""
    while (offset := data.find(b"\xff", offset)) >= 0:
        if _is_adts(data, offset):
            end = offset + (frame_bytes(data[offset : offset + 7]) or 0)
            if end == len(data) or _is_adts(data, end):
                return offset
        offset += 1
    return -1


def sound_bytes(junk: bytes) -> int:
    """How much of what lies between two frames may have been sound: not the tags of files that were
    joined, nor the first frame of an MP3 file, which counts the others."""
    if junk.startswith(b"TAG"):
        return sound_bytes(junk[_ID3V1_BYTES:])
    if junk.startswith(b"ID3") and len(junk) >= 10:
        return sound_bytes(junk[10 + syncsafe(junk[6:10]) :])
    if junk.startswith(b"APETAGEX") and len(junk) >= 32:
        return sound_bytes(junk[32 + int(struct.unpack_from("<I", junk, 12)[0]) :])
    length = frame_bytes(junk)
    if length and any(mark in junk[: min(length, _MARK_BYTES)] for mark in _COUNTS):
        return sound_bytes(junk[length:])
    return len(junk)


def syncsafe(size: bytes) -> int:
    """A number of seven bits a byte, as ID3 writes it."""
    number = 0
    for each in size:
        number = number << 7 | each & 0x7F
    return number
