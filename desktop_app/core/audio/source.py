"""Opening a sound or video file, and saying in plain words why it cannot be read."""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.audio.declared_length import declared_duration_s, is_shorter
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.file_part import FilePart, true_wav
from desktop_app.core.audio.headerless import telephone_law
from desktop_app.core.audio.ogg import Link, links
from desktop_app.core.audio.riff import WavLayout, is_wav, wav_layout
from desktop_app.core.audio.tracks import SoundTrack, check_sums, skip_others, tracks_to_hear
from desktop_app.translation import tr

if TYPE_CHECKING:
    from av.container import InputContainer

NO_SOUND = tr("it holds no sound")
_NOT_MEDIA = tr("this is not a sound or video file, or not of a kind that can be read")
_DAMAGED = tr("the file is incomplete or damaged")
_NO_INDEX = tr("the file is incomplete or damaged: its index, which is written last, is missing or cannot be read")
_TOO_MUCH_MEMORY = tr(
    "the file is incomplete or damaged: by what it says of itself it would take more memory than there is"
)

# What files of the common kinds begin with, by the offset. A file that does and still cannot be opened is broken.
_SIGNATURES = {
    0: (
        b"RIFF",
        b"RF64",
        b"BW64",
        b"riff",
        b"caff",
        b"fLaC",
        b"OggS",
        b"ID3",
        b"FORM",
        b"FLV",
        b"\x1aE\xdf\xa3",
        b"\x30\x26\xb2\x75",
        b".snd",
    ),
    4: (b"ftyp", b"moov", b"mdat", b"wide", b"free"),
}
_MP4_OFFSET = 4

_OGG = b"OggS"
# How much the decoder may remember of where what is in the file: 24 bytes for each frame of an MP3 file that was read.
# With less than all of them, seeking in ten hours begins at the start again.
_INDEX_BYTES = str(1 << 28)
_PLAYLISTS = frozenset({"concat", "hls", "dash", "imf"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is open for decoding, and those of its sound tracks that are to be decoded.

    tracks_there: how many sound tracks it has. duration_s: for what the container is taken to last, None where it
    does not say. claimed_s: for what its header surely says that it lasts, None where it says nothing that binds.
    is_unended: whether it has not the end that its kind of file has. start: where in the file it begins, size: of the
    file, in bytes. following: recordings of their own behind it, see open_link.
    """

    path: Path
    container: "InputContainer"
    tracks: tuple[SoundTrack, ...]
    tracks_there: int
    duration_s: float | None
    claimed_s: float | None
    is_unended: bool
    size: int
    start: int = 0
    following: tuple[Link, ...] = ()

    @property
    def whole_s(self) -> float | None:
        """For what all of the file is taken to last, None where it does not say: of what follows only reading tells."""
        return None if self.following else self.duration_s


@dataclass(frozen=True, slots=True)
class _Facts:
    """links: of an Ogg file; the first of them is the one to open."""

    opening: bytes
    layout: WavLayout | None
    links: tuple[Link, ...]
    size: int

    @property
    def is_unended(self) -> bool:
        if self.layout is not None:
            return is_shorter(self.layout)
        return bool(self.links) and not self.links[0].is_ended


def open_source(path: Path, *, track: int | None = None) -> Source:
    """Open a sound or video file; the caller closes the container. AudioError says why where it cannot be done.

    track: the only sound track to decode, from 1; all that belong together if None.
    """
    return _opened(path, _inspect(path), track)


def open_link(source: Source, *, track: int | None = None) -> Source:
    """Open what follows a source in its file; there must be something. Otherwise as open_source."""
    return _opened(source.path, _Facts(_OGG, None, source.following, source.size), track)


def _opened(path: Path, facts: _Facts, track: int | None) -> Source:
    container = _open_container(path, facts)
    try:
        return _source(path, container, facts, track)
    except AudioError:
        container.close()
        raise


def _source(path: Path, container: "InputContainer", facts: _Facts, track: int | None) -> Source:
    if not container.streams:
        raise AudioError(path, _why_unreadable(facts.opening))
    if not container.streams.audio:
        raise AudioError(path, tr("it has no sound track"))
    if container.streams.best("audio") is None:
        raise AudioError(path, _why_unreadable(facts.opening))
    tracks = tracks_to_hear(path, container, wanted=track)
    there = len(container.streams.audio)
    skip_others(container, tracks)
    check_sums(tracks)
    duration_s = None if container.duration is None else container.duration / 1e6
    claimed_s = declared_duration_s(path, container, tracks[0], facts.layout)
    start = facts.links[0].start if facts.links else 0
    return Source(
        path, container, tracks, there, duration_s, claimed_s, facts.is_unended, facts.size, start, facts.links[1:]
    )


def _inspect(path: Path) -> _Facts:
    try:
        size = _require_file(path)
        with path.open("rb") as file:
            opening = file.read(40)
            layout, there = wav_layout(file), links(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AudioError(path, tr("there is no such file")) from error
    except PermissionError as error:
        raise AudioError(path, tr("you have no permission to read it")) from error
    except OSError as error:
        raise AudioError(path, tr("it cannot be read: {error}", error=error.strerror)) from error
    if not opening:
        raise AudioError(path, tr("the file is empty (0 bytes)"))
    if layout is not None and layout.size == 0:
        raise AudioError(path, NO_SOUND)
    if layout is None and is_wav(opening):
        cause = tr("the file is incomplete or damaged: the part that holds a WAV file's sound is not there")
        raise AudioError(path, cause)
    return _Facts(opening, layout, there, size)


def _require_file(path: Path) -> int:
    """The size of a file that can be read at any place."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise AudioError(path, tr("this is a folder, not a recording"))
    if not stat.S_ISREG(found.st_mode):
        raise AudioError(path, tr("this is a device, not a recording"))
    return found.st_size


def _open_container(path: Path, facts: _Facts) -> "InputContainer":
    import av

    law = None if _signed(facts.opening) else telephone_law(path)
    # A playlist must not send the decoder to other places than this machine's files.
    options = {"protocol_whitelist": "file", "indexmem": _INDEX_BYTES} | (
        {"sample_rate": "8000", "ch_layout": "mono"} if law else {}
    )
    # An absolute path, lest "part 1: talk.wav" be taken for a URL.
    file = _part(path, facts) or str(path.absolute())
    try:
        container = av.open(file, "r", format=law, container_options=options, metadata_errors="replace")
    except MemoryError as error:
        raise AudioError(path, _TOO_MUCH_MEMORY) from error
    except av.error.FFmpegError as error:
        raise AudioError(path, _why_unreadable(facts.opening)) from error
    if not _PLAYLISTS.isdisjoint(container.format.name.split(",")):
        container.close()
        raise AudioError(path, tr("it is a playlist, not a recording: open the recordings it names instead"))
    return container


def _part(path: Path, facts: _Facts) -> FilePart | None:
    """What the decoder is to read instead of the file as it lies there; None for the file."""
    if facts.layout is not None and not facts.layout.is_true:
        return true_wav(path, facts.layout)
    if not facts.links or facts.links[0].size == facts.size:
        return None
    return FilePart(path, facts.links[0].start, facts.links[0].size)


def _signed(opening: bytes) -> bool:
    return any(opening[offset:].startswith(signatures) for offset, signatures in _SIGNATURES.items())


def _why_unreadable(opening: bytes) -> str:
    for offset, signatures in _SIGNATURES.items():
        if opening[offset:].startswith(signatures):
            return _NO_INDEX if offset == _MP4_OFFSET else _DAMAGED
    return _NOT_MEDIA
