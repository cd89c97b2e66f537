"""Stretches of time of which is known at once how much lies in any other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import Span

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Stretches:
    """Ordered stretches that do not touch.

    edges_ms: float64 [2 * stretches], where each begins and ends. sums_ms: float64 of the same shape, how much of
    them lies before each edge.
    """

    edges_ms: Floats
    sums_ms: Floats

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Self:
        """Of spans in any order; what overlaps or touches becomes one."""
        pairs = sorted((span.start_ms, span.end_ms) for span in spans if span.duration_ms)
        if not pairs:
            return cls(np.empty(0), np.empty(0))
        starts, ends = np.array(pairs, np.float64).T
        ends = np.maximum.accumulate(ends)
        apart = starts[1:] > ends[:-1]
        starts, ends = starts[np.append(True, apart)], ends[np.append(apart, True)]
        before = np.append(0, np.cumsum(ends - starts))
        return cls(np.column_stack((starts, ends)).ravel(), np.column_stack((before[:-1], before[1:])).ravel())

    @property
    def end_ms(self) -> int:
        """Where the last one ends; 0 without any."""
        return int(self.edges_ms[-1]) if len(self.edges_ms) else 0

    def within(self, edges_ms: Floats) -> Floats:
        """How many milliseconds of them lie in each column; float64 [columns] for [columns + 1] edges."""
        if not len(self.edges_ms):
            return np.zeros(len(edges_ms) - 1)
        return np.diff(np.interp(edges_ms, self.edges_ms, self.sums_ms))

    def covers(self, time_ms: float) -> bool:
        """Whether a moment lies in one of them."""
        return int(np.searchsorted(self.edges_ms, time_ms, "right")) % 2 == 1
