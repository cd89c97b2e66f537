"""Which part of a recording is in view, as a value: no widget, no sound."""

from dataclasses import dataclass, replace
from typing import Self

CLOSEST_MS = 2000
"""The least that is ever in view, where there is as much."""

_LANDING = 0.1
"""Where the play head stands after the page was turned, as a share of the width."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """A stretch of a recording, `width` pixels wide.

    length_ms: of the recording. ms_per_px and start_ms are kept so that the stretch is never longer than the
    recording, never shorter than two seconds of it, and never beyond its ends.
    """

    length_ms: int
    width: int
    start_ms: float = 0.0
    ms_per_px: float = 0.0

    @classmethod
    def of_all(cls, length_ms: int, width: int) -> Self:
        """The whole recording."""
        whole = cls(length_ms, max(1, width))
        return replace(whole, ms_per_px=whole.widest)

    @property
    def widest(self) -> float:
        """Milliseconds per pixel where everything is in view."""
        return max(1, self.length_ms) / self.width

    @property
    def closest(self) -> float:
        """Milliseconds per pixel at the closest."""
        return min(self.widest, CLOSEST_MS / self.width)

    @property
    def shows_all(self) -> bool:
        """Whether everything is in view."""
        return self.ms_per_px >= self.widest

    @property
    def shown_ms(self) -> float:
        """How much is in view."""
        return self.ms_per_px * self.width

    @property
    def end_ms(self) -> float:
        """Where what is in view ends."""
        return self.start_ms + self.shown_ms

    def x_of(self, time_ms: float) -> float:
        """Where a moment stands, in pixels from the left; outside [0, width) where it is not in view."""
        return (time_ms - self.start_ms) / self.ms_per_px

    def time_at(self, x: float) -> int:
        """Which moment stands at a place, within the recording."""
        return round(min(max(0.0, self.start_ms + x * self.ms_per_px), self.length_ms))

    def shows(self, time_ms: float) -> bool:
        """Whether a moment is in view."""
        return self.start_ms <= time_ms <= self.end_ms

    def zoomed(self, factor: float, about_x: float) -> Self:
        """Closer by this factor, farther where it is below 1; the moment under `about_x` stays there."""
        ms_per_px = min(max(self.ms_per_px / factor, self.closest), self.widest)
        moment_ms = self.start_ms + about_x * self.ms_per_px
        return self._within(moment_ms - about_x * ms_per_px, ms_per_px)

    def scrolled(self, px: float) -> Self:
        """Later by so many pixels, earlier where they are negative."""
        return self._within(self.start_ms + px * self.ms_per_px, self.ms_per_px)

    def turned_to(self, time_ms: float) -> Self:
        """The page on which a moment stands near the left, or itself where it shows it."""
        if self.shows(time_ms):
            return self
        return self._within(time_ms - _LANDING * self.shown_ms, self.ms_per_px)

    def in_width(self, width: int) -> Self:
        """With as much in view in another width: what can be seen does not change when the window does."""
        scale = self.width / max(1, width)
        return self._as_before(replace(self, width=max(1, width), ms_per_px=self.ms_per_px * scale))

    def in_length(self, length_ms: int) -> Self:
        """Of a recording that has grown, or is another."""
        return self._as_before(replace(self, length_ms=length_ms))

    def _as_before(self, other: Self) -> Self:
        """With everything in view if that was so, and within its own ends."""
        ms_per_px = other.widest if self.shows_all else min(max(other.ms_per_px, other.closest), other.widest)
        return other._within(other.start_ms, ms_per_px)

    def _within(self, start_ms: float, ms_per_px: float) -> Self:
        latest_ms = max(0.0, self.length_ms - ms_per_px * self.width)
        return replace(self, start_ms=min(max(0.0, start_ms), latest_ms), ms_per_px=ms_per_px)
