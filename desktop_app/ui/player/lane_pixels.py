"""A lane as pixels: at most one bar for each column of the screen, however many turns there are."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.ui.player.lanes import Lane
from desktop_app.ui.player.pixels import Pixels, Shades, coloured
from desktop_app.ui.player.stretches import Floats

_LEAST_SHADE = 0.45
_HATCH_SHADE = 0.3
_HATCH_PX = 3
_RADIUS_PX = 3
_FAR = 1 << 30


def lane_pixels(lane: Lane, edges_ms: Floats, colour: NDArray[np.float32], height: int, scale: float) -> Pixels:
    """uint32 [height, columns], for [columns + 1] edges. colour: float32 [3]. height: in pixels of the screen.

    A column is the stronger the larger the share of its time in which the speaker is heard, but never so faint
    that it is overlooked. What is doubtful is hatched.
    """
    column_ms = (edges_ms[-1] - edges_ms[0]) / (len(edges_ms) - 1)
    heard_ms = lane.heard.within(edges_ms)
    shades = _strengths(heard_ms / column_ms) * _rounded(heard_ms > 0, height, _RADIUS_PX * scale)
    doubtful = lane.doubtful.within(edges_ms) * 2 > heard_ms
    if doubtful.any():
        stripes = _stripes(round(edges_ms[0] / column_ms), height, len(doubtful), scale)
        shades = np.where(doubtful, shades * stripes, shades)
    return coloured(shades.astype(np.float32), colour)


def _strengths(shares: Floats) -> Shades:
    strengths: Shades = np.where(shares > 0, np.clip(np.sqrt(shares), _LEAST_SHADE, 1), 0).astype(np.float32)
    return strengths


def _rounded(on: NDArray[np.bool_], height: int, radius: float) -> Shades:
    """float32 [height, columns]: runs of columns with round corners."""
    depth, run = _depths(on)
    rows = np.arange(height) + 0.5
    from_edge = np.minimum(rows, height - rows)
    inset = np.where(from_edge < radius, radius - np.sqrt(np.maximum(0, radius**2 - (radius - from_edge) ** 2)), 0)
    least = inset[:, np.newaxis] * np.clip(run / (4 * radius), 0, 1)  # short runs are less round, or they were drops
    shades: Shades = np.clip(depth - least, 0, 1).astype(np.float32)
    return shades


def _depths(on: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How deep each column lies in its run, from 1; 0 outside. And how long the run is. What is cut goes on."""
    places = np.arange(len(on))
    before = np.maximum.accumulate(np.where(on, -_FAR, places))
    behind = np.minimum.accumulate(np.where(on, _FAR, places)[::-1])[::-1]
    return np.minimum(places - before, behind - places), behind - before - 1


def _stripes(first: int, height: int, columns: int, scale: float) -> Shades:
    """float32 [height, columns]: slanting stripes, which stand still while the page moves."""
    stripe = max(2, round(_HATCH_PX * scale))
    x = (first + np.arange(columns)) % (2 * stripe)
    from_middle = np.abs((x + np.arange(height)[:, np.newaxis]) % (2 * stripe) - stripe)
    strong: Shades = np.clip(from_middle - stripe / 2 + 0.5, 0, 1).astype(np.float32)
    return _HATCH_SHADE + (1 - _HATCH_SHADE) * strong
