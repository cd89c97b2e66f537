"""The waveform as pixels: bars that stand still while the page moves under them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.peaks import FULL_SCALE, PAIR_MS, Peaks
from desktop_app.ui.player.lanes import NOBODY, Lanes
from desktop_app.ui.player.pixels import Pixels, Shades, eight_bits, shades_of

_PITCH_PX, _BAR_PX = 3, 2
_PARTS = 8
"""A bar is as high as its parts are on average: the highest sample of a minute would say nothing of the minute."""
_FILL = 0.92
_LIFT = 0.7
"""Quiet voices are lifted towards loud ones, as the ear does; 1 would paint the samples as they are."""
_LEAST_LOUDNESS = 0.02
_RECORDED_PX = 0.5
"""Half the height of a bar of silence: there is sound, and nothing in it."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Which bars are in view, in pixels of the screen. The first begins at `left`, 0 or a little before the edge.

    edges_ms: float64 [bars + 1], where each begins, always the same for a zoom wherever the page is.
    """

    edges_ms: NDArray[np.float64]
    left: int
    pitch: int
    thick: int

    @property
    def bar_ms(self) -> float:
        """How much time each stands for."""
        return float(self.edges_ms[1] - self.edges_ms[0])

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.edges_ms) - 1


def bars_in(start_ms: float, ms_per_pixel: float, width: int, scale: float) -> Bars:
    """Those in `width` pixels of the screen, of which there are `scale` to each of the window's."""
    pitch, thick = max(2, round(_PITCH_PX * scale)), max(1, round(_BAR_PX * scale))
    bar_ms = pitch * ms_per_pixel
    first = int(start_ms // bar_ms)
    left = -round((start_ms - first * bar_ms) / ms_per_pixel)
    count = -(-(width - left) // pitch)
    return Bars(np.arange(first, first + count + 1, dtype=np.float64) * bar_ms, left, pitch, thick)


def paint_wave(pixels: Pixels, peaks: Peaks, lanes: Lanes | None, colours: Sequence[str], bars: Bars) -> None:
    """Paint on uint32 [height, width]. colours: of each lane, and at the end nobody's."""
    owners = lanes.owners(bars.edges_ms) if lanes is not None else np.full(bars.count, NOBODY)
    above, below = _heights(peaks, bars, len(pixels))
    shades = eight_bits(_rounded(above, below, len(pixels)))
    tables = np.stack([shades_of(colour) for colour in colours])
    painted = tables.ravel()[(owners % len(colours) * 256) + shades]
    pixels.fill(0)
    for column in range(bars.thick):
        _put(pixels, painted, bars, column)


def _put(pixels: Pixels, painted: Pixels, bars: Bars, column: int) -> None:
    """Every bar into that column of it; the first may begin before the edge."""
    first = 1 if bars.left + column < 0 else 0
    place = pixels[:, bars.left + column + first * bars.pitch :: bars.pitch]
    place[:] = painted[:, first : first + place.shape[1]]


def _heights(peaks: Peaks, bars: Bars, height: int) -> tuple[Shades, Shades]:
    """How far each bar goes from the middle, up and down, in pixels; below 0 where there is no sound yet."""
    lowest, highest = _averages(peaks, bars) if bars.bar_ms > PAIR_MS else _between(peaks, bars)
    loud = FULL_SCALE * max(peaks.loudness, _LEAST_LOUDNESS)
    heard = bars.edges_ms[:-1] < peaks.duration_ms
    above, below = (_half_heights(each / loud, height) for each in (highest, -lowest))
    return np.where(heard, above, -1).astype(np.float32), np.where(heard, below, -1).astype(np.float32)


def _averages(peaks: Peaks, bars: Bars) -> tuple[Shades, Shades]:
    columns = peaks.columns(bars.edges_ms[0], bars.edges_ms[-1], bars.count * _PARTS)
    lowest, highest = (column.reshape(bars.count, _PARTS).mean(axis=1, dtype=np.float32) for column in columns)
    return lowest, highest


def _between(peaks: Peaks, bars: Bars) -> tuple[Shades, Shades]:
    """Where bars are closer than pairs, they go from one to the next without steps."""
    first, end = int(bars.edges_ms[0] // PAIR_MS) - 1, int(bars.edges_ms[-1] // PAIR_MS) + 2
    columns = peaks.columns(first * PAIR_MS, end * PAIR_MS, end - first)
    middles_ms = (np.arange(first, end) + 0.5) * PAIR_MS
    lowest, highest = (np.interp(bars.edges_ms[:-1] + bars.bar_ms / 2, middles_ms, column) for column in columns)
    return lowest.astype(np.float32), highest.astype(np.float32)


def _half_heights(loudness: Shades, height: int) -> Shades:
    lifted = np.maximum(loudness, 0) ** _LIFT * (height / 2 * _FILL)
    return np.clip(lifted, _RECORDED_PX, height / 2).astype(np.float32)


def _rounded(above: Shades, below: Shades, height: int) -> Shades:
    """float32 [height, bars]: how much of each pixel its bar covers."""
    middle = height / 2
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    shades: Shades = np.clip(rows + 1 - (middle - above), 0, 1) * np.clip(middle + below - rows, 0, 1)
    return shades
