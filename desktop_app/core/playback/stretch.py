"""Sound faster or slower at its own pitch."""

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import numpy as np

from desktop_app.core.playback.stereo import Stereo

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.filter import Graph

LEAST, MOST = 0.5, 2.0
LEAD_S = 0.06
"""So much of what comes before is to be given first; nothing of it is heard, and what follows is whole."""
# The filter (FFmpeg's atempo) begins in the middle of a window: what it gives is so much further on in what it was
# given than its count says, on average over words and clicks at 0.5 to 2 times. Windows lie up to 15 ms beside that.
_AHEAD_S = 0.02


class Stretch:
    """A stream of sound at another speed, which begins behind the lead.

    The n-th sample given is the sound at n times the speed; see _AHEAD_S for how exactly that is so.
    """

    def __init__(self, speed: float, rate_hz: int) -> None:
        """speed: 0.5 to 2; more is faster."""
        self._rate_hz = rate_hz
        self._speed = speed
        self._graph = _graph(speed, rate_hz)
        self._taken = 0
        self._count = 0
        self._to_drop = round((LEAD_S - _AHEAD_S) / speed * rate_hz)

    def push(self, samples: Stereo) -> Stereo:
        """What can be given of the sound so far; the rest follows."""
        from av.audio.frame import AudioFrame

        if len(samples):
            packed = np.ascontiguousarray(samples, np.float32).reshape(1, -1)
            frame = AudioFrame.from_ndarray(packed, format="flt", layout="stereo")
            frame.sample_rate, frame.pts = self._rate_hz, self._taken
            self._taken += len(samples)
            self._graph.push(frame)
        return self._given()

    def finish(self) -> Stereo:
        """The last of the sound."""
        silence = np.zeros((round(2 * _AHEAD_S * self._rate_hz), 2), np.float32)
        due = self._taken - round(LEAD_S * self._rate_hz)
        rest = self.push(silence)
        self._graph.push(None)
        rest = np.concatenate([rest, self._given()])
        return rest[: max(0, round(due / self._speed) - self._count + len(rest))]

    def _given(self) -> Stereo:
        from av.error import FFmpegError

        parts = [np.empty((0, 2), np.float32)]
        while True:
            try:
                frame = cast("AudioFrame", self._graph.pull())
                parts.append(frame.to_ndarray().astype(np.float32, copy=False).reshape(-1, 2))
            except (FFmpegError, BlockingIOError):
                return self._behind_lead(np.concatenate(parts))

    def _behind_lead(self, samples: Stereo) -> Stereo:
        kept = samples[self._to_drop :]
        self._to_drop -= len(samples) - len(kept)
        self._count += len(kept)
        return kept


def _graph(speed: float, rate_hz: int) -> "Graph":
    from av.filter import Graph

    graph = Graph()
    source = graph.add_abuffer(sample_rate=rate_hz, format="flt", layout="stereo", time_base=Fraction(1, rate_hz))
    tempo, sink = graph.add("atempo", f"{speed:.6f}"), graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    return graph
