"""When something is due again."""

from collections.abc import Callable


class Period:
    """A stretch of time that begins anew whenever it is over."""

    def __init__(self, length_s: float, clock: Callable[[], float]) -> None:
        """It is over at once the first time. clock: in seconds."""
        self._length_s = length_s
        self._clock = clock
        self._over_at_s = clock()

    def is_over(self) -> bool:
        """Whether it is; if so, the next begins now."""
        now_s = self._clock()
        if now_s < self._over_at_s:
            return False
        self._over_at_s = now_s + self._length_s
        return True
