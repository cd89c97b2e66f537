"""The newest sound of a stream, by its place from the start."""

from collections import deque

import numpy as np
from numpy.typing import NDArray


class StreamSound:
    """Keeps what was heard from a place on; the rest is let go. Places are samples from the stream's start."""

    def __init__(self) -> None:
        self._blocks: deque[NDArray[np.float32]] = deque()
        self._begin = 0
        self.end = 0
        """How much was heard."""

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what follows, float32 [n]."""
        if len(samples):
            self._blocks.append(samples)
            self.end += len(samples)

    def forget_before(self, place: int) -> None:
        """Let go of whole blocks before a place."""
        while self._blocks and self._begin + len(self._blocks[0]) <= place:
            self._begin += len(self._blocks.popleft())

    def between(self, start: int, end: int) -> NDArray[np.float32]:
        """The sound from start to end, as far as it is kept."""
        kept = np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)
        if len(self._blocks) > 1:
            self._blocks = deque([kept])
        return kept[max(0, start - self._begin) : max(0, end - self._begin)]

    def begin_of(self, place: int) -> int:
        """The first place from this one on that is kept."""
        return max(place, self._begin)
