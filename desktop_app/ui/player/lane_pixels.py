"""Lanes as pixels: at most one bar for each column of the screen, however many turns there are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.ui.player.lanes import Lane
from desktop_app.ui.player.pixels import Pixels, Shades, eight_bits, shades_of
from desktop_app.ui.player.stretches import Floats
from desktop_app.ui.player.strips import LANE_BAR_PX

_LEAST_SHADE = 0.45
_HATCH_SHADE = 0.3
_HATCH_PX = 3
_RADIUS_PX = 3
_FAR = 1 << 30


def paint_lanes(
    pixels: Pixels, lanes: Sequence[Lane], edges_ms: Floats, colours: Sequence[str], tops: Sequence[int], scale: float
) -> None:
    """Paint on uint32 [height, columns], for [columns + 1] edges. tops: the row in which each lane's bar begins."""
    pixels.fill(0)
    bar = round(LANE_BAR_PX * scale)
    for lane, colour, top in zip(lanes, colours, tops, strict=True):
        first, end = max(top, 0), min(top + bar, len(pixels))
        if first < end:
            pixels[first:end] = lane_pixels(lane, edges_ms, colour, bar, scale)[first - top : end - top]


def lane_pixels(lane: Lane, edges_ms: Floats, colour: str, height: int, scale: float) -> Pixels:
    """uint32 [height, columns], for [columns + 1] edges. height: in pixels of the screen.

    A column is the stronger the larger the share of its time in which the speaker is heard, but never so faint
    that it is overlooked. What is doubtful is hatched.
    """
    column_ms = (edges_ms[-1] - edges_ms[0]) / (len(edges_ms) - 1)
    heard_ms = lane.heard.within(edges_ms)
    rows, which = _rounded(heard_ms > 0, height, _RADIUS_PX * scale)
    rows *= _strengths(heard_ms / column_ms)
    table = shades_of(colour)
    pixels = table[eight_bits(rows)][which]
    doubtful = np.flatnonzero(lane.doubtful.within(edges_ms) * 2 > heard_ms)
    if doubtful.size:
        stripes = _stripes(round(edges_ms[0] / column_ms) + doubtful, height, scale)
        pixels[:, doubtful] = table[eight_bits(rows[:, doubtful][which] * stripes)]
    return pixels


def _strengths(shares: Floats) -> Shades:
    strengths: Shades = np.where(shares > 0, np.clip(np.sqrt(shares), _LEAST_SHADE, 1), 0).astype(np.float32)
    return strengths


def _rounded(on: NDArray[np.bool_], height: int, radius: float) -> tuple[Shades, NDArray[np.int64]]:
    """Runs of columns with round corners: float32 [kinds of rows, columns], and which of them each row is, [height].

    Upper and lower rows are alike, and all between the corners: to compute them once is most of the speed.
    """
    depth, run = _depths(on)
    rows = np.arange(height) + 0.5
    from_edge = np.minimum(rows, height - rows)
    inset = np.where(from_edge < radius, radius - np.sqrt(np.maximum(0, radius**2 - (radius - from_edge) ** 2)), 0)
    kinds, which = np.unique(inset, return_inverse=True)
    short = np.minimum(run / np.float32(4 * radius), 1)  # short runs are less round, or they were drops
    shades: Shades = np.clip(depth - kinds.astype(np.float32)[:, np.newaxis] * short, 0, 1)
    return shades, which


def _depths(on: NDArray[np.bool_]) -> tuple[Shades, Shades]:
    """How deep each column lies in its run, from 1; 0 outside. And how long the run is. What is cut goes on."""
    places = np.arange(len(on))
    before = np.maximum.accumulate(np.where(on, -_FAR, places))
    behind = np.minimum.accumulate(np.where(on, _FAR, places)[::-1])[::-1]
    depth = np.minimum(places - before, behind - places)
    return depth.astype(np.float32), (behind - before - 1).astype(np.float32)


def _stripes(columns: NDArray[np.int64], height: int, scale: float) -> Shades:
    """float32 [height, columns]: slanting stripes, which stand still while the page moves."""
    stripe = max(2, round(_HATCH_PX * scale))
    places = np.arange(2 * stripe)
    strong = np.clip(np.abs(places - stripe) - stripe / 2 + 0.5, 0, 1)
    period = (_HATCH_SHADE + (1 - _HATCH_SHADE) * strong).astype(np.float32)
    shades: Shades = period[(columns + np.arange(height)[:, np.newaxis]) % (2 * stripe)]
    return shades
