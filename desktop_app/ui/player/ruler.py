"""Where a time ruler has its marks, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.transcript.clock import clock
from desktop_app.ui.player.viewport import Viewport

_STEPS_MS = (
    *(100, 200, 500),
    *(1000, 2000, 5000, 10_000, 15_000, 30_000),
    *(60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000),
    *(3_600_000, 7_200_000, 14_400_000, 36_000_000),
)
_LEAST_PX = 88


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the ruler."""

    x: float
    label: str


def step_ms(ms_per_px: float, least_px: float = _LEAST_PX) -> int:
    """The least round stretch of time that is at least so wide."""
    return next((step for step in _STEPS_MS if step / ms_per_px >= least_px), _STEPS_MS[-1])


def ticks(view: Viewport) -> Iterator[Tick]:
    """The marks in view, from the left."""
    step = step_ms(view.ms_per_px)
    first = -int(-view.start_ms // step)
    for number in range(first, int(min(view.end_ms, view.length_ms) // step) + 1):
        yield Tick(view.x_of(number * step), time_label(number * step, step))


def time_label(time_ms: int, step: int) -> str:
    """'12:03', with tenths of a second where the marks are closer than a second."""
    return f"{clock(time_ms)}.{time_ms // 100 % 10}" if step < 1000 else clock(time_ms)
