"""Shades and colours as pixels, computed for all columns at once: painting bar by bar would take too long."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Shades = NDArray[np.float32]
"""How much of a pixel is covered, 0 to 1."""
Pixels = NDArray[np.uint32]
"""Premultiplied ARGB, as QImage takes it."""


def eight_bits(shades: Shades) -> NDArray[np.uint8]:
    """Shades as the places in a table of shades_of."""
    return (shades * np.float32(255) + np.float32(0.5)).astype(np.uint8)


@cache
def shades_of(colour: str) -> Pixels:
    """uint32 [256]: '#rrggbb' in every strength, from none to all of it."""
    alpha = np.arange(256, dtype=np.uint32)
    red, green, blue = ((alpha * int(colour[i : i + 2], 16) + 127) // 255 for i in (1, 3, 5))
    return (alpha << 24 | red << 16 | green << 8 | blue).astype(np.uint32)
