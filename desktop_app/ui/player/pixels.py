"""Shades and colours as pixels, computed for all columns at once: painting bar by bar would take too long."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Shades = NDArray[np.float32]
"""How much of a pixel is covered, 0 to 1."""
Pixels = NDArray[np.uint32]
"""Premultiplied ARGB, as QImage takes it."""


def rgb(colours: Sequence[str]) -> NDArray[np.float32]:
    """float32 [colours, 3], 0 to 255, of '#rrggbb'."""
    return np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in colours], np.float32)


def coloured(shades: Shades, colours: NDArray[np.float32]) -> Pixels:
    """Pixels of shades [..., columns] in colours [columns, 3]; or [3], of one colour."""
    alpha = (shades * 255 + 0.5).astype(np.uint32)
    red, green, blue = ((shades * channel + 0.5).astype(np.uint32) for channel in colours.T)
    pixels: Pixels = alpha << 24 | red << 16 | green << 8 | blue
    return pixels
