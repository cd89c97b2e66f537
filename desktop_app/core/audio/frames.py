"""The decoder's frames, as arrays with their times."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.source import Source

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

    samples: shape [channels, samples], in the decoder's number format.
    start_s: its time from the recording's start, None where the file gives none.
    """

    samples: NDArray[Any]
    rate_hz: int
    start_s: float | None = None


class FrameReader:
    """Reads a source to its end; what is broken is left out and counted.

    packets: how many pieces of the sound track were found so far; bad_packets: how many could not be decoded.
    read_bytes: how far into the file it is.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.packets = 0
        self.bad_packets = 0
        self.read_bytes = 0

    def sounds(self) -> Iterator[Sound]:
        """Everything that can be decoded, in the file's order."""
        origin_s = (self._source.container.start_time or 0) / 1e6
        time_base_s = float(self._source.stream.time_base or 0)
        for packet in self._packets():
            self.packets += packet.size > 0
            self.read_bytes = packet.pos or self.read_bytes
            for frame in self._frames(packet):
                start_s = None if frame.pts is None else frame.pts * time_base_s - origin_s
                yield Sound(_samples(frame), frame.sample_rate, start_s)

    def _packets(self) -> "Iterator[Packet[AudioStream]]":
        from av.error import FFmpegError

        failures = 0
        while failures < _MOST_FAILED_READS:
            try:
                for packet in self._source.container.demux(self._source.stream):
                    yield packet
                    failures = 0
            except FFmpegError:
                failures += 1
                self.bad_packets += 1
            except IndexError:
                return  # PyAV's way to end a file in which more tracks appeared midway, as they may in MPEG-TS
            else:
                return

    def _frames(self, packet: "Packet[AudioStream]") -> "list[AudioFrame]":
        from av.error import FFmpegError

        try:
            return packet.decode()
        except FFmpegError:
            self.bad_packets += 1
            return []


def _samples(frame: "AudioFrame") -> NDArray[Any]:
    dtype = _DTYPES[frame.format.name.removesuffix("p")]
    channels = frame.layout.nb_channels
    if frame.format.is_planar:
        # With 8 channels and more, planes that do not exist are listed behind the real ones.
        return np.stack([np.frombuffer(memoryview(plane), dtype, frame.samples) for plane in frame.planes[:channels]])
    packed = np.frombuffer(memoryview(frame.planes[0]), dtype, frame.samples * channels)
    return packed.reshape(-1, channels).T
