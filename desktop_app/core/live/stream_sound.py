"""The newest sound of a stream, by its place from the start."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ


def place_to_ms(place: int) -> int:
    """The time of a place, in whole milliseconds from the stream's start."""
    return place * 1000 // SAMPLE_RATE_HZ


def ms_to_place(ms: int) -> int:
    """The place of a time."""
    return ms * SAMPLE_RATE_HZ // 1000


_AT_ONCE = 5 * SAMPLE_RATE_HZ
"""So much is let go at once: what stays is copied each time."""


class StreamSound:
    """Keeps what was heard from a place on; the rest is let go. Places are samples from the stream's start."""

    def __init__(self) -> None:
        self._blocks: list[NDArray[np.float32]] = []
        self._begin = 0
        self.end = 0
        """How much was heard."""

    @property
    def kept(self) -> int:
        """How much of that is kept."""
        return self.end - self._begin

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what follows, float32 [n]."""
        if len(samples):
            self._blocks.append(samples)
            self.end += len(samples)

    def forget_before(self, place: int) -> None:
        """Let go of what is before a place, once that is some seconds."""
        if place - self._begin >= _AT_ONCE:
            kept = self.between(place, self.end).copy()  # a view would keep all of it
            self._blocks, self._begin = [kept], self.end - len(kept)

    def between(self, start: int, end: int) -> NDArray[np.float32]:
        """The sound from start to end, as far as it is kept."""
        if len(self._blocks) != 1:
            self._blocks = [np.concatenate(self._blocks)] if self._blocks else [np.zeros(0, np.float32)]
        return self._blocks[0][max(0, start - self._begin) : max(0, end - self._begin)]

    def begin_of(self, place: int) -> int:
        """The first place from this one on that is kept."""
        return max(place, self._begin)
