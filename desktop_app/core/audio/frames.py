"""The decoder's frames, as arrays with their times."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.elementary_streams import is_bare, junk_in_adts
from desktop_app.core.audio.source import Source
from desktop_app.core.audio.track_losses import EMPTY, TrackLosses

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.packet import Packet

_DTYPES = {"u8": "u1", "s16": "i2", "s32": "i4", "s64": "i8", "flt": "f4", "dbl": "f8"}
# A reader that fails this often in a row will not find its way back into the file.
_MOST_FAILED_READS = 100


@dataclass(frozen=True, slots=True)
class Sound:
    """A piece of decoded sound.

    samples: shape [samples, channels], in the decoder's number format.
    track: its place among the source's tracks. start_s: its time from the recording's start, None where the file gives
    none. skipped: whether something of the file lies between it and the piece before.
    """

    samples: NDArray[Any]
    rate_hz: int
    start_s: float | None = None
    track: int = 0
    skipped: bool = False


class FrameReader:
    """Reads a source to its end; what is broken is left out and noted.

    packets: how many pieces of sound were found so far; bad_packets: how many of them, or of what lies between them,
    could not be read. read_bytes: how far into the file it is. losses: of each track.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._origin_s = (source.container.start_time or 0) / 1e6
        self._places = {track.stream.index: place for place, track in enumerate(source.tracks)}
        format_name = source.container.format.name
        junk = junk_in_adts(source.path) if format_name == "aac" else EMPTY
        self.losses = tuple(TrackLosses(is_bare=is_bare(format_name), junk=junk) for _ in source.tracks)
        self.packets = 0
        self.bad_packets = 0
        self.read_bytes = 0

    def sounds(self) -> Iterator[Sound]:
        """Everything that can be decoded, in the file's order."""
        for packet in self._packets():
            place = self._places.get(packet.stream.index)
            if place is None:
                continue  # a track that appeared midway
            self.packets += packet.size > 0
            self.read_bytes = packet.pos or self.read_bytes
            yield from self._decoded(packet, place)

    def _decoded(self, packet: "Packet[AudioStream]", place: int) -> Iterator[Sound]:
        losses = self.losses[place]
        skipped = losses.skipped(packet)
        end_s, frame_s = losses.end_s, 0.0
        for frame in self._frames(packet, losses):
            start_s = self._start_s(frame, packet, losses)
            frame_s = frame.samples / frame.sample_rate
            end_s = (end_s if start_s is None else start_s) + frame_s
            yield Sound(_samples(frame), frame.sample_rate, start_s, place, skipped)
            skipped = False
        if frame_s:
            losses.decoded(packet, end_s, frame_s)

    def _start_s(self, frame: "AudioFrame", packet: "Packet[AudioStream]", losses: TrackLosses) -> float | None:
        if frame.pts is None:
            return None
        return frame.pts * float(packet.stream.time_base or 0) - self._origin_s + losses.lost_s

    def _packets(self) -> "Iterator[Packet[AudioStream]]":
        from av.error import FFmpegError

        failures = 0
        streams = tuple(track.stream for track in self._source.tracks)
        while failures < _MOST_FAILED_READS:
            try:
                for packet in self._source.container.demux(streams):
                    yield packet
                    failures = 0
            except FFmpegError:
                failures += 1
                self._failed(None, self.losses[0])
            except IndexError:
                return  # PyAV's way to end a file in which more tracks appeared midway, as they may in MPEG-TS
            else:
                return

    def _frames(self, packet: "Packet[AudioStream]", losses: TrackLosses) -> "list[AudioFrame]":
        from av.error import FFmpegError

        try:
            return packet.decode()
        except FFmpegError:
            self._failed(packet, losses)
            return []

    def _failed(self, packet: "Packet[AudioStream] | None", losses: TrackLosses) -> None:
        self.bad_packets += 1
        losses.failed(packet)


def _samples(frame: "AudioFrame") -> NDArray[Any]:
    dtype = _DTYPES[frame.format.name.removesuffix("p")]
    channels = frame.layout.nb_channels
    if frame.format.is_planar:
        # With 8 channels and more, planes that do not exist are listed behind the real ones.
        planes = [np.frombuffer(memoryview(plane), dtype, frame.samples) for plane in frame.planes[:channels]]
        return np.stack(planes, axis=1)
    return np.frombuffer(memoryview(frame.planes[0]), dtype, frame.samples * channels).reshape(-1, channels)
