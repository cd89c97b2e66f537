"""What sounds now: the place in the recording, from what was given to the sound system and when it will sound."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

# What sound systems say of their delay jumps about; a step like this is a real one.
_SNAP_S = 0.15
_SMOOTHING = 0.1
_SAME_S = 0.001


@dataclass(slots=True)
class _Run:
    """Sound without a break. begins_at_s: when its first sample sounds, on the clock; offset_s: the place less the
    speed's share of the clock; ends_s: where in the recording what was given ends."""

    begins_at_s: float
    offset_s: float
    speed: float
    source_s: float
    ends_s: float

    def at(self, now_s: float) -> float:
        return min(self.ends_s, max(self.source_s, self.offset_s + self.speed * now_s))


class PlayHead:
    """Told by the thread that fills; asked by any."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: in seconds."""
        self._clock = clock
        self._lock = Lock()
        self._runs: deque[_Run] = deque()
        self._held_s = 0.0

    @property
    def position_s(self) -> float:
        """The place in the recording that sounds now; where nothing does, that which sounded last or will next."""
        now_s = self._clock()
        with self._lock:
            while len(self._runs) > 1 and self._runs[1].begins_at_s <= now_s:
                self._runs.popleft()
            if self._runs and self._runs[0].begins_at_s <= now_s:
                self._held_s = self._runs[0].at(now_s)
            return self._held_s

    @property
    def is_through(self) -> bool:
        """Whether all that was given has sounded."""
        now_s = self._clock()
        with self._lock:
            return all(run.offset_s + run.speed * now_s >= run.ends_s for run in self._runs)

    def hold(self, position_s: float) -> None:
        """Stay there until something new sounds, whatever was given before."""
        with self._lock:
            self._runs.clear()
            self._held_s = position_s

    def given(self, at_s: float, source_s: float, lasts_s: float, speed: float) -> None:
        """Sound was given that will begin to sound at that time on the clock, and last so long. source_s: its place."""
        with self._lock:
            run = self._runs[-1] if self._runs else None
            offset_s = source_s - speed * at_s
            if run is None or run.speed != speed or abs(run.ends_s - source_s) > _SAME_S:
                self._runs.append(_Run(at_s, offset_s, speed, source_s, source_s + speed * lasts_s))
                return
            off_s = offset_s - run.offset_s
            run.offset_s += off_s if abs(off_s) > _SNAP_S * speed else _SMOOTHING * off_s
            run.ends_s = source_s + speed * lasts_s
