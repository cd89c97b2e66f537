"""Whether captions keep up with the recording, or fall behind for good."""

from collections import deque
from collections.abc import Callable

TOO_FAR_MS = 8_000
"""Captions that are less behind are of use."""
FOR_S = 15.0
"""So long they are given to catch up: after a start, or while something else needed the machine."""


class LagWatch:
    """Told again and again how far the captions are behind."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: in seconds."""
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def is_hopeless(self, behind_ms: int) -> bool:
        """Whether they have been too far behind for a while, and are no less so than they were at its beginning."""
        now_s = self._clock()
        if behind_ms < TOO_FAR_MS:
            self._seen.clear()
            return False
        self._seen.append((now_s, behind_ms))
        while len(self._seen) > 1 and self._seen[1][0] <= now_s - FOR_S:
            self._seen.popleft()
        since_s, before_ms = self._seen[0]
        return now_s - since_s >= FOR_S and behind_ms >= before_ms
