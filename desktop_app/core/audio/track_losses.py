"""What one sound track lost while it was read: where, and of bare frames how much."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.core.audio.elementary_streams import frame_bytes, sound_bytes

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.packet import Packet

EMPTY: Mapping[int, int] = MappingProxyType({})
# More bytes than that between two pieces of sound are other than a container's own.
_LEAST_SKIPPED_BYTES = 1000


class TrackLosses:
    """Follows a track packet by packet.

    end_s: where the sound so far ends. lost_s: sound that is missing before the next packet and left no trace in the
    times that the decoder tells: bare frames are counted, so what cannot be read between them is gone for the count.
    """

    def __init__(self, *, is_bare: bool, junk: Mapping[int, int] = EMPTY) -> None:
        """is_bare: the file is nothing but frames. junk: bytes that its decoder passes over without a word, by the
        number of the packet, from 0, that they lie before."""
        self._is_bare = is_bare
        self._junk = junk
        self._packets = 0
        self._broken_s: list[float] = []
        self._latest_s: list[float] = []
        self._is_short = False
        self._frame_s = 0.0
        self._good_packets = 0
        self._good_bytes = 0
        self._next_byte: int | None = None
        self.end_s = 0.0
        self.lost_s = 0.0

    @property
    def breaks_off(self) -> bool:
        """Whether the last of what was read was no whole piece."""
        return self._is_short or len(self._latest_s) == 1

    @property
    def broken_s(self) -> list[float]:
        """Where what could not be decoded would have been, in s; but for one piece at the very end: breaks_off."""
        return self._broken_s + (self._latest_s if len(self._latest_s) > 1 else [])

    def skipped(self, packet: "Packet[AudioStream]") -> bool:
        """Whether there is more of the file between the packet before and this one than a container puts there."""
        if junk := self._junk.get(self._packets):
            self._lose(self._frames_in(junk))
        self._packets += 1
        before, self._next_byte = self._next_byte, None if packet.pos is None else packet.pos + packet.size
        return before is not None and packet.pos is not None and packet.pos - before > _LEAST_SKIPPED_BYTES

    def decoded(self, packet: "Packet[AudioStream]", end_s: float, frame_s: float) -> None:
        """The packet gave sound, which ends at that time; frame_s: how long its last frame is."""
        self._broken_s += self._latest_s
        self._latest_s, self.end_s, self._frame_s = [], end_s, frame_s
        if self._is_bare:
            data = bytes(packet)
            header_bytes = frame_bytes(data)
            own_bytes = min(len(data), header_bytes or self._usual_bytes or len(data))
            self._is_short = header_bytes is not None and own_bytes < header_bytes
            self._good_packets += 1
            self._good_bytes += own_bytes
            self._lose(self._frames_in(sound_bytes(data[own_bytes:])))

    def failed(self, packet: "Packet[AudioStream] | None") -> None:
        """The packet could not be decoded, or (None) the file not be read on."""
        if packet is None or not self._is_bare:
            self._latest_s.append(self.end_s)
        elif junk := sound_bytes(bytes(packet)):  # else it is a tag between two recordings that were joined
            self._latest_s.append(self.end_s)
            self.lost_s += max(0, self._frames_in(junk) - 1) * self._frame_s  # one is counted as any other

    def gap(self, start_s: float) -> None:
        """From here on sound is missing, as the times of what follows tell."""
        self._broken_s.append(start_s)

    def _lose(self, frames: int) -> None:
        if frames:
            self._latest_s.append(self.end_s)
            self.lost_s += frames * self._frame_s

    @property
    def _usual_bytes(self) -> int:
        return round(self._good_bytes / self._good_packets) if self._good_packets else 0

    def _frames_in(self, junk_bytes: int) -> int:
        return round(junk_bytes / self._usual_bytes) if self._usual_bytes else 0
