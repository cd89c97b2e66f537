"""The signs on the player's buttons, painted in the colour that the button has at the moment."""

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

SIGN_PX = 16
_STROKE_PX = 1.6


class Sign(Enum):
    """What a button can show."""

    PLAY = auto()
    PAUSE = auto()
    PREVIOUS = auto()
    NEXT = auto()
    LOOP = auto()
    FOLLOW = auto()
    VOLUME = auto()
    SILENT = auto()
    HEADPHONES = auto()
    LANES = auto()
    MORE = auto()


def paint_sign(painter: QPainter, sign: Sign, box: QRectF, colour: str) -> None:
    """Paint a sign in the middle of a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center() - QPointF(SIGN_PX / 2, SIGN_PX / 2))
    pen = QPen(QColor(colour), _STROKE_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _PAINTING[sign](painter)
    painter.restore()


def _fill(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _play(painter: QPainter) -> None:
    _fill(painter, (5, 3), (13, 8), (5, 13))


def _pause(painter: QPainter) -> None:
    for left in (4, 9.5):
        painter.fillRect(QRectF(left, 2.5, 3, 11), painter.pen().color())


def _previous(painter: QPainter) -> None:
    painter.drawLine(QPointF(3.5, 3.5), QPointF(3.5, 12.5))
    _fill(painter, (12.5, 4), (6.5, 8), (12.5, 12))


def _next(painter: QPainter) -> None:
    painter.drawLine(QPointF(12.5, 3.5), QPointF(12.5, 12.5))
    _fill(painter, (3.5, 4), (9.5, 8), (3.5, 12))


def _loop(painter: QPainter) -> None:
    path = QPainterPath(QPointF(2, 8.5))
    path.cubicTo(2, 4.5, 3.5, 4.5, 6, 4.5)
    path.lineTo(13, 4.5)
    path.moveTo(14, 7.5)
    path.cubicTo(14, 11.5, 12.5, 11.5, 10, 11.5)
    path.lineTo(3, 11.5)
    painter.drawPath(path)
    painter.drawPolyline(QPolygonF([QPointF(11, 2.2), QPointF(13.4, 4.5), QPointF(11, 6.8)]))
    painter.drawPolyline(QPolygonF([QPointF(5, 9.2), QPointF(2.6, 11.5), QPointF(5, 13.8)]))


def _follow(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 5, 5)
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QPointF(8, 8), 1.2, 1.2)
    for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0)):
        painter.drawLine(QPointF(8 + 5 * dx, 8 + 5 * dy), QPointF(8 + 7 * dx, 8 + 7 * dy))


def _loudspeaker(painter: QPainter) -> None:
    _fill(painter, (2, 6.2), (4.2, 6.2), (7.5, 3.2), (7.5, 12.8), (4.2, 9.8), (2, 9.8))


def _volume(painter: QPainter) -> None:
    _loudspeaker(painter)
    for radius in (3.0, 5.6):
        painter.drawArc(QRectF(8.2 - radius, 8 - radius, 2 * radius, 2 * radius), -45 * 16, 90 * 16)


def _silent(painter: QPainter) -> None:
    _loudspeaker(painter)
    painter.drawLine(QPointF(10.5, 6), QPointF(14.5, 10))
    painter.drawLine(QPointF(14.5, 6), QPointF(10.5, 10))


def _headphones(painter: QPainter) -> None:
    painter.drawArc(QRectF(2.5, 2.5, 11, 12), 0, 180 * 16)
    painter.setBrush(painter.pen().color())
    for left in (2.2, 11):
        painter.drawRoundedRect(QRectF(left, 8.8, 2.8, 4.6), 1, 1)


def _lanes(painter: QPainter) -> None:
    pen = painter.pen()
    pen.setWidthF(2.2)
    painter.setPen(pen)
    for left, right, y in ((2, 7, 3.5), (6, 13, 8), (3, 9, 12.5)):
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def _more(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    for x in (3, 8, 13):
        painter.drawEllipse(QPointF(x, 8), 0.9, 0.9)


_PAINTING: Mapping[Sign, Callable[[QPainter], None]] = {
    Sign.PLAY: _play,
    Sign.PAUSE: _pause,
    Sign.PREVIOUS: _previous,
    Sign.NEXT: _next,
    Sign.LOOP: _loop,
    Sign.FOLLOW: _follow,
    Sign.VOLUME: _volume,
    Sign.SILENT: _silent,
    Sign.HEADPHONES: _headphones,
    Sign.LANES: _lanes,
    Sign.MORE: _more,
}
