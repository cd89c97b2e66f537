"""The newest sound of a stream, by its place from the start."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.audio.sound_tail import SoundTail


def place_to_ms(place: int) -> int:
    """The time of a place, in whole milliseconds from the stream's start."""
    return place * 1000 // SAMPLE_RATE_HZ


def ms_to_place(ms: int) -> int:
    """The place of a time."""
    return ms * SAMPLE_RATE_HZ // 1000


class StreamSound:
    """Keeps what was heard from a place on; the rest is let go. Places are samples from the stream's start."""

    def __init__(self) -> None:
        self._tail = SoundTail(np.zeros(0, np.float32))
        self.end = 0
        """How much was heard."""

    @property
    def kept(self) -> int:
        """How much of that is kept."""
        return len(self._tail)

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what follows, float32 [n]."""
        self._tail.add(samples)
        self.end += len(samples)

    def forget_before(self, place: int) -> None:
        """Let go of what is before a place."""
        self._tail.drop(place - self._begin)

    def between(self, start: int, end: int) -> NDArray[np.float32]:
        """The sound from start to end, as far as it is kept."""
        return self._tail.samples[max(0, start - self._begin) : max(0, end - self._begin)]

    def begin_of(self, place: int) -> int:
        """The first place from this one on that is kept."""
        return max(place, self._begin)

    @property
    def _begin(self) -> int:
        return self.end - len(self._tail)
