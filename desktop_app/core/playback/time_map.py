"""The times that a file tells of its sound, and those that the transcript gives it."""

from bisect import bisect_right
from dataclasses import dataclass, field

# So much earlier than the piece before it some files say that a piece begins, without having begun anew.
_JITTER_S = 0.06
# Below that, a step is the rounding of the file's times.
_LEAST_STEP_S = 0.002


@dataclass(slots=True)
class TimeMap:
    """Where the sound of one track lies, by the file's own times; both in seconds from the file's start.

    is_orderly: the file's times only grow, so that one of them says where in the file it is. ends_s: of the sound.
    A new map takes the file at its word.
    """

    is_orderly: bool = True
    ends_s: float = 0.0
    _latest_s: float = 0.0
    _told_s: list[float] = field(default_factory=lambda: [0.0])
    _placed_s: list[float] = field(default_factory=lambda: [0.0])

    @property
    def is_plain(self) -> bool:
        """Whether all that the file tells is so."""
        return self.is_orderly and len(self._told_s) == 1

    def add(self, told_s: float, placed_s: float, ends_s: float) -> None:
        """The next piece of sound: when it begins by the file and in truth, and when it ends in truth."""
        self.is_orderly = self.is_orderly and told_s >= self._latest_s - _JITTER_S
        self._latest_s = told_s
        if abs(self.placed_s(told_s) - placed_s) >= _LEAST_STEP_S:
            self._told_s.append(told_s)
            self._placed_s.append(placed_s)
        self.ends_s = max(self.ends_s, ends_s)

    def placed_s(self, told_s: float) -> float:
        """Where the sound lies that the file says is there."""
        place = max(0, bisect_right(self._told_s, told_s) - 1)
        return self._placed_s[place] + told_s - self._told_s[place]

    def told_s(self, placed_s: float) -> float:
        """What the file says of the sound that lies there, or last before it."""
        place = max(0, bisect_right(self._placed_s, placed_s) - 1)
        told_s = self._told_s[place] + placed_s - self._placed_s[place]
        is_last = place == len(self._told_s) - 1
        return told_s if is_last else min(told_s, self._told_s[place + 1])
