"""The end of a sound that goes on."""

import numpy as np
from numpy.typing import NDArray


class SoundTail:
    """Keeps the newest samples of a stream. What is there is not copied for every block that comes."""

    def __init__(self, samples: NDArray[np.float32]) -> None:
        """samples: what it begins with, float32 [n]."""
        self._room = samples.copy()
        self._begin, self._end = 0, len(samples)

    def __len__(self) -> int:
        return self._end - self._begin

    @property
    def samples(self) -> NDArray[np.float32]:
        """All that is kept, float32 [n]; it stays as it is whatever comes."""
        return self._room[self._begin : self._end]

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what follows, float32 [n]."""
        end = self._end + len(samples)
        if end > len(self._room):
            self._move(len(self) + len(samples))
            end = self._end + len(samples)
        self._room[self._end : end] = samples
        self._end = end

    def drop(self, count: int) -> None:
        """Let go of so many of the oldest, or of all there are."""
        self._begin = min(self._end, self._begin + max(0, count))

    def _move(self, needed: int) -> None:
        """To another room, as others may still look at what is in this one; twice as large as it must be."""
        kept = self.samples
        self._room = np.empty(2 * needed, np.float32)
        self._room[: len(kept)] = kept
        self._begin, self._end = 0, len(kept)
