"""The program's picture as the files that systems want, drawn in every size from the one SVG."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_PICTURE = Path(__file__).parents[2] / "resources" / "diarist.svg"
_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_SIZES_OF_ICO = (16, 24, 32, 48, 64, 128, 256)


def draw_icon(path: Path) -> Path:
    """Draw the picture, in all sizes, into a file of the kind that its name ends in, .ico or .icns; the path of it."""
    sizes = _SIZES_OF_ICO if path.suffix == ".ico" else _SIZES
    *smaller, largest = [Image.open(io.BytesIO(drawn_png(size))) for size in sizes]
    path.parent.mkdir(parents=True, exist_ok=True)
    largest.save(path, append_images=smaller, **({"sizes": [(n, n) for n in sizes]} if path.suffix == ".ico" else {}))
    return path


def drawn_png(size: int) -> bytes:
    """The picture as PNG, `size` pixels wide and high."""
    _application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(_PICTURE)).render(painter)
    painter.end()
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(png.data())
