"""How long a recording is by its own header, where that can be relied on: what ends before it has lost something."""

import struct
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.core.audio.elementary_streams import syncsafe
from desktop_app.core.audio.riff import WavLayout
from desktop_app.core.audio.tracks import SoundTrack

if TYPE_CHECKING:
    from av.container import InputContainer

# Of these the decoder tells the header's word, whatever became of the rest; of the others it guesses from the file's
# size. WAV, RF64 and W64 files are told by their layout.
_TOLD = frozenset({"aiff", "au", "flac", "wv", "tta", "ape", "mpc8", "flv"})
# Recorders and programs that write into a pipe do not know the size yet; they put the greatest number, or nearly.
_UNKNOWN_BYTES, _GREATEST_BYTES = 0x7FFF0000, 0xFFFFFFFF
# Nobody records for longer: such a claim is as good as none.
_LONGEST_S = 100 * 3600.0
# Of these kinds of a WAV file's sound the header's bytes a second are right: PCM, floats, both laws, and extensible.
_STEADY_TAGS = frozenset(tag.to_bytes(2, "little") for tag in (1, 3, 6, 7, 0xFFFE))
_HEAD_BYTES = 1 << 16
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_ASF_BROADCAST = 1


def declared_duration_s(
    path: Path, container: "InputContainer", track: SoundTrack, layout: WavLayout | None
) -> float | None:
    """How long the track is by its file's header; None where the header does not say, or nothing that binds."""
    claimed_s = _claimed_s(path, container, track, layout)
    return claimed_s if claimed_s is not None and claimed_s <= _LONGEST_S else None


def _claimed_s(path: Path, container: "InputContainer", track: SoundTrack, layout: WavLayout | None) -> float | None:
    names = set(container.format.name.split(","))
    if layout is not None:
        return _wav_s(layout)
    if "mov" in names or "mp4" in names:
        return _least(_stream_s(track), _container_s(container))
    if "matroska" in names:
        return _clock_s(track.stream.metadata.get("DURATION", "")) or _without_picture_s(container)
    if names & _TOLD:
        return _without_picture_s(container)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        size = file.seek(0, 2)
        if "asf" in names:
            return _asf_s(head)
        if "mp3" in names:
            return _mp3_s(_after_tag(file), track)
    claim = _claim(head) if names & {"caf", "avi"} else None
    there_s = _stream_s(track)
    if claim is None or there_s is None:
        return None
    start, claimed_bytes = claim
    return there_s * max(1.0, claimed_bytes / max(1, size - start))


def is_shorter(layout: WavLayout) -> bool:
    """Whether a WAV file has less sound than its header surely says, in bytes."""
    return layout.size < layout.claimed and _is_known(layout.claimed)


def _wav_s(layout: WavLayout) -> float | None:
    if len(layout.fmt) < 16 or layout.fmt[:2] not in _STEADY_TAGS or not _is_known(layout.claimed):
        return None
    channels, rate_hz, bits = struct.unpack_from("<2xHI6xH", layout.fmt)
    bytes_a_second = rate_hz * channels * bits / 8
    return layout.claimed / bytes_a_second if bytes_a_second else None


def _is_known(size: int) -> bool:
    return size > 0 and not _UNKNOWN_BYTES <= size <= _GREATEST_BYTES


def _container_s(container: "InputContainer") -> float | None:
    return None if container.duration is None else container.duration / 1e6


def _without_picture_s(container: "InputContainer") -> float | None:
    """The container's length, which is its longest track's."""
    return None if container.streams.video else _container_s(container)


def _stream_s(track: SoundTrack) -> float | None:
    duration, time_base = track.stream.duration, track.stream.time_base
    return None if duration is None or time_base is None else float(duration * time_base)


def _least(*lengths_s: float | None) -> float | None:
    return min((each for each in lengths_s if each is not None), default=None)


def _clock_s(text: str) -> float | None:
    """'00:16:55.004000000' in seconds, None where it is nothing of the kind."""
    try:
        hours, minutes, seconds = text.split(":")
        return 3600 * int(hours) + 60 * int(minutes) + float(seconds)
    except ValueError:
        return None


def _asf_s(head: bytes) -> float | None:
    at = head.find(_ASF_PROPERTIES)
    if at < 0 or len(head) < at + 92:
        return None
    duration_100ns, _, preroll_ms, flags = struct.unpack_from("<QQQI", head, at + 64)
    return None if flags & _ASF_BROADCAST else max(0.0, duration_100ns / 1e7 - preroll_ms / 1e3)


def _after_tag(file: BinaryIO) -> bytes:
    """The first bytes of an MP3 file behind its ID3 tag."""
    file.seek(0)
    tag = file.read(10)
    file.seek(10 + syncsafe(tag[6:10]) if tag[:3] == b"ID3" else 0)
    return file.read(4096)


def _mp3_s(first_frame: bytes, track: SoundTrack) -> float | None:
    """By the count of frames that most encoders put into the first one."""
    frames = 0
    for mark in (b"Xing", b"Info"):
        at = first_frame.find(mark)
        if 0 < at <= len(first_frame) - 12:
            flags, count = struct.unpack_from(">II", first_frame, at + 4)
            frames = frames or (count if flags & 1 else 0)
    at = first_frame.find(b"VBRI")
    if 0 < at <= len(first_frame) - 18:
        frames = frames or struct.unpack_from(">I", first_frame, at + 14)[0]
    frame_samples = track.stream.codec_context.frame_size
    return frames * frame_samples / track.rate_hz if frames and frame_samples else None


def _claim(head: bytes) -> tuple[int, int] | None:
    """Where the chunk that holds a file's sound (or all of it) starts, and its size by its header; None if unknown."""
    if head[:4] == b"RIFF":
        size = int(struct.unpack_from("<I", head, 4)[0])
        return (8, size) if _is_known(size) else None
    if head[:4] == b"caff":
        at = head.find(b"data")
        size = int(struct.unpack_from(">q", head, at + 4)[0]) if 0 < at <= len(head) - 12 else -1
        return (at + 16, size - 4) if size > 4 else None  # a count of edits stands before the sound
    return None
