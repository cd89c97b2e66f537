"""The sound tracks of a container: which there are, and which of them are one recording."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.audio.errors import AudioError
from desktop_app.translation import tr

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream
    from av.container import InputContainer

NO_CODEC = tr("its sound is in a format that cannot be read")
_SUMMED = frozenset({"flac", "wavpack", "tta"})
# Below this rate nobody could be understood: such a header lies, and a few bytes would last for days.
_LEAST_RATE_HZ = 1000
_NO_LANGUAGE = frozenset({"", "und", "unk", "mis", "mul", "zxx"})


@dataclass(frozen=True, slots=True)
class SoundTrack:
    """One sound track. number: from 1, among the sound tracks; layout: the names of its channels, as 'FL', 'LFE'."""

    number: int
    stream: "AudioStream"
    rate_hz: int
    channels: int
    layout: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the file calls it; empty where it does not."""
        return self.stream.metadata.get("title", "").strip()


def tracks_to_hear(path: Path, container: "InputContainer", *, wanted: int | None) -> tuple[SoundTrack, ...]:
    """The tracks to decode: the one that is wanted, else all that are one recording. There must be one at least.

    Tracks that are marked as of different languages say the same thing each: then those of the best track's language
    are taken. AudioError where the wanted one does not exist, or none can be decoded.
    """
    there = _tracks(container)
    if wanted is not None and wanted > len(there):
        raise AudioError(path, _no_track(wanted, len(there)))
    readable = [track for track in there if track.channels and wanted in {None, track.number}]
    if not readable:
        raise AudioError(path, NO_CODEC)
    best = container.streams.best("audio")
    language = next((_language(track) for track in readable if best and track.stream.index == best.index), "")
    is_translated = len({_language(track) for track in readable} - {""}) > 1
    return tuple(track for track in readable if not is_translated or _language(track) == language)


def _no_track(wanted: int, count: int) -> str:
    if count == 1:
        return tr("it has no sound track {wanted}: it has only one", wanted=wanted)
    return tr("it has no sound track {wanted}: it has only {count}", wanted=wanted, count=count)


def skip_others(container: "InputContainer", tracks: tuple[SoundTrack, ...]) -> None:
    """Leave out what is not to be decoded already while reading."""
    from av.stream import Discard

    heard = {track.stream.index for track in tracks}
    for stream in container.streams:
        if stream.index not in heard:
            stream.discard = Discard.all


def check_sums(tracks: tuple[SoundTrack, ...]) -> None:
    """Have pieces whose check sum is wrong count as broken, of codecs that carry one: else they are loud noise."""
    for track in tracks:
        if track.stream.codec_context.name in _SUMMED:
            track.stream.codec_context.options = {"err_detect": "crccheck+explode"}


def _tracks(container: "InputContainer") -> tuple[SoundTrack, ...]:
    return tuple(_track(number, stream) for number, stream in enumerate(container.streams.audio, 1))


def _track(number: int, stream: "AudioStream") -> SoundTrack:
    codec = _codec(stream)
    if codec is None or codec.sample_rate < _LEAST_RATE_HZ:
        return SoundTrack(number, stream, 0, 0, ())
    layout = codec.layout
    return SoundTrack(number, stream, codec.sample_rate, layout.nb_channels, tuple(c.name for c in layout.channels))


def _codec(stream: "AudioStream") -> "AudioCodecContext | None":
    # Declared as always there, but it is not for a codec that this FFmpeg does not know.
    return stream.codec_context


def _language(track: SoundTrack) -> str:
    named = track.stream.metadata.get("language", "").lower()
    return "" if named in _NO_LANGUAGE else named
