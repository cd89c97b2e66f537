"""The times of a whole file, found from its packets without decoding them, by the rules of the transcript's times."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.audio.elementary_streams import frame_bytes, is_bare, junk_in_adts
from desktop_app.core.audio.source import Source
from desktop_app.core.audio.timeline import Timeline
from desktop_app.core.audio.track_losses import EMPTY, TrackLosses
from desktop_app.core.playback.time_map import TimeMap

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.packet import Packet

# Their sound has no gaps but those that its times tell, and reading all of it would take long.
_TIMED_BY_COUNT = frozenset({"wav", "w64", "aiff", "au", "flac"})
_WITH_FRAME_HEADERS = frozenset({"mp3", "aac"})
# A container's times are rounded to these steps; finer ones than that tell single samples, nearly.
_COARSE_S = 1 / 8000
_ROUNDED = 1e-6
_MOST_FAILED_READS = 100


def is_timed_by_count(source: Source) -> bool:
    """Whether the times that the file tells are sure to be those of the transcript, so that no walk is needed."""
    return not _TIMED_BY_COUNT.isdisjoint(source.container.format.name.split(","))


def walk(source: Source, is_over: Callable[[], bool] = lambda: False) -> tuple[TimeMap, ...]:
    """A map of each of the source's tracks; it reads the source to its end. is_over: give up, the maps are no good."""
    walkers = {track.stream.index: _Walker(source) for track in source.tracks}
    for packet in _packets(source):
        if is_over():
            break
        if packet.stream.index in walkers:
            walkers[packet.stream.index].add(packet)
    for walker in walkers.values():
        walker.finish()
    return tuple(walkers[track.stream.index].map for track in source.tracks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A packet's times by the file, and the sound that is lost before it; in s."""

    told_s: float
    lasts_s: float
    lost_s: float
    rate_hz: int


class _Walker:
    """Follows one track."""

    def __init__(self, source: Source) -> None:
        name = source.container.format.name
        junk = junk_in_adts(source.path) if name == "aac" else EMPTY
        self._is_bare = is_bare(name)
        self._has_headers = name in _WITH_FRAME_HEADERS
        self._losses = TrackLosses(is_bare=self._is_bare, junk=junk)
        self._timeline = Timeline(source.duration_s)
        self._origin_s = (source.container.start_time or 0) / 1e6
        self._held: _Piece | None = None
        self.map = TimeMap(is_orderly=not junk)  # the decoder loses count of the bytes behind junk

    def add(self, packet: "Packet[AudioStream]") -> None:
        """The next packet of the track."""
        if packet.size == 0 or packet.pts is None or not self._is_whole(packet):
            return
        step_s = float(packet.stream.time_base or 0)
        told_s, lasts_s = packet.pts * step_s - self._origin_s, _length_s(packet, step_s)
        if self._held is not None:
            self._place(self._held, _between_s(self._held, told_s, step_s))
        self._held = _Piece(told_s, lasts_s, self._losses.lost_s, packet.stream.rate or 1)
        if self._is_bare:
            self._losses.decoded(packet, told_s + lasts_s, lasts_s)

    def finish(self) -> None:
        """That was the last."""
        if self._held is not None:
            self._place(self._held, self._held.lasts_s)

    def _is_whole(self, packet: "Packet[AudioStream]") -> bool:
        if not self._is_bare:
            return True
        self._losses.skipped(packet)
        if not self._has_headers or frame_bytes(bytes(packet)) is not None:
            return True
        self._losses.failed(packet)
        return False

    def _place(self, piece: _Piece, length_s: float) -> None:
        samples = round(length_s * piece.rate_hz)
        self._timeline.place(piece.told_s + piece.lost_s, samples, piece.rate_hz)
        ends_s = self._timeline.position_s
        self.map.add(piece.told_s, ends_s - length_s, ends_s)


def _length_s(packet: "Packet[AudioStream]", step_s: float) -> float:
    """How long a packet's sound is: by the codec where it has one length, since the container may round."""
    told_s = (packet.duration or 0) * step_s
    codec = packet.stream.codec_context
    frame_s = codec.frame_size / codec.sample_rate if codec.frame_size and codec.sample_rate else told_s
    return frame_s if abs(told_s - frame_s) <= step_s else told_s


def _between_s(piece: _Piece, next_s: float, step_s: float) -> float:
    """How long a piece is; where that was rounded, up to the next one."""
    between_s = next_s - piece.told_s
    is_rounded = step_s > _COARSE_S and abs(between_s - piece.lasts_s) <= 2 * step_s
    return between_s if is_rounded and _is_whole_steps(piece.lasts_s, step_s) else piece.lasts_s


def _is_whole_steps(length_s: float, step_s: float) -> bool:
    return abs(length_s / step_s - round(length_s / step_s)) < _ROUNDED


def _packets(source: Source) -> "Iterator[Packet[AudioStream]]":
    from av.error import FFmpegError

    streams = tuple(track.stream for track in source.tracks)
    for _ in range(_MOST_FAILED_READS):
        try:
            yield from source.container.demux(streams)
        except FFmpegError:
            continue
        except IndexError:
            return  # see FrameReader
        else:
            return
