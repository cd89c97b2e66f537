"""Pixels that are computed and painted in place."""

import numpy as np
from PySide6.QtGui import QImage

from desktop_app.ui.player.pixels import Pixels


class Canvas:
    """Keeps its memory from one picture to the next: to be given megabytes anew takes longer than to compute them."""

    def __init__(self) -> None:
        self._pixels: Pixels = np.empty((0, 0), np.uint32)

    def sized(self, height: int, width: int) -> Pixels:
        """uint32 [height, width] to write on. The image made of it before changes with it."""
        if self._pixels.shape != (height, width):
            self._pixels = np.empty((height, width), np.uint32)
        return self._pixels

    def image(self, scale: float) -> QImage:
        """What is written on it, not copied: it must not live longer than the canvas is kept in this size."""
        height, width = self._pixels.shape
        kind = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(self._pixels.data, width, height, self._pixels.strides[0], kind)
        image.setDevicePixelRatio(scale)
        return image
