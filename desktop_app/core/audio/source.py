"""Opening a sound or video file, and saying in plain words why it cannot be read."""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.riff import wav_layout

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream
    from av.container import InputContainer

NO_SOUND = "it holds no sound"
_NOT_MEDIA = "this is not a sound or video file, or not of a kind that can be read"
_DAMAGED = "the file is incomplete or damaged"
_NO_INDEX = f"{_DAMAGED}: its index, which is written last, is missing or cannot be read"

# What files of the common kinds begin with, by the offset. A file that does and still cannot be opened is broken.
_SIGNATURES = {
    0: (b"RIFF", b"RF64", b"fLaC", b"OggS", b"ID3", b"FORM", b"FLV", b"\x1aE\xdf\xa3", b"\x30\x26\xb2\x75"),
    4: (b"ftyp", b"moov", b"mdat", b"wide", b"free"),
}
_MP4_OFFSET = 4

_PLAYLISTS = frozenset({"concat", "hls", "dash", "imf"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is open for decoding, and the one of its sound tracks to decode.

    duration_s: None where the container does not say, or is known to be wrong.
    """

    path: Path
    container: "InputContainer"
    stream: "AudioStream"
    duration_s: float | None


def open_source(path: Path) -> Source:
    """Open a sound or video file; the caller closes the container. AudioError says why where it cannot be done."""
    opening, has_false_length = _inspect(path)
    container = _open_container(path, opening, has_false_length=has_false_length)
    try:
        stream = _sound_track(path, container, opening)
    except AudioError:
        container.close()
        raise
    duration_us = None if has_false_length else container.duration
    return Source(path, container, stream, None if duration_us is None else duration_us / 1e6)


def _inspect(path: Path) -> tuple[bytes, bool]:
    """The file's first bytes, and whether it is a WAV file that holds more sound than its header says."""
    try:
        _require_file(path)
        with path.open("rb") as file:
            opening = file.read(16)
            layout = wav_layout(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AudioError(path, "there is no such file") from error
    except PermissionError as error:
        raise AudioError(path, "you have no permission to read it") from error
    except OSError as error:
        raise AudioError(path, f"it cannot be read: {error.strerror}") from error
    if not opening:
        raise AudioError(path, "the file is empty (0 bytes)")
    if layout is not None and layout.size == 0:
        raise AudioError(path, NO_SOUND)
    return opening, layout is not None and layout.size > layout.claimed


def _require_file(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise AudioError(path, "this is a folder, not a recording")
    if not stat.S_ISREG(mode):
        raise AudioError(path, "this is a device, not a recording")


def _open_container(path: Path, opening: bytes, *, has_false_length: bool) -> "InputContainer":
    import av

    # A playlist must not send the decoder to other places than this machine's files.
    options = {"protocol_whitelist": "file"} | ({"ignore_length": "1"} if has_false_length else {})
    try:
        # An absolute path, lest "part 1: talk.wav" be taken for a URL.
        container = av.open(str(path.absolute()), "r", container_options=options, metadata_errors="replace")
    except av.error.FFmpegError as error:
        raise AudioError(path, _why_unreadable(opening)) from error
    if not _PLAYLISTS.isdisjoint(container.format.name.split(",")):
        container.close()
        raise AudioError(path, "it is a playlist, not a recording: open the recordings it names instead")
    return container


def _why_unreadable(opening: bytes) -> str:
    for offset, signatures in _SIGNATURES.items():
        if opening[offset:].startswith(signatures):
            return _NO_INDEX if offset == _MP4_OFFSET else _DAMAGED
    return _NOT_MEDIA


def _sound_track(path: Path, container: "InputContainer", opening: bytes) -> "AudioStream":
    from av.audio.stream import AudioStream

    if not container.streams:
        raise AudioError(path, _why_unreadable(opening))
    if not container.streams.audio:
        raise AudioError(path, "it has no sound track")
    stream = container.streams.best("audio")
    if not isinstance(stream, AudioStream):
        raise AudioError(path, _why_unreadable(opening))
    if _decoder(stream) is None:
        raise AudioError(path, "its sound is in a format that cannot be read")
    _skip_other_tracks(container, stream)
    return stream


def _decoder(stream: "AudioStream") -> "AudioCodecContext | None":
    # Declared as always there, but it is not for a codec that this FFmpeg does not know.
    return stream.codec_context


def _skip_other_tracks(container: "InputContainer", stream: "AudioStream") -> None:
    from av.stream import Discard

    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all
