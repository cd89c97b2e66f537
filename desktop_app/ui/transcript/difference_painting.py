"""Lines under words that differ from the machine's: each kind has a form of its own, so that colour is never alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.core.editing.differences import Kind
from desktop_app.ui.look.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LINE_PX = 2.0
_WEDGE_PX = 4.0
_LINES = {
    Kind.CHANGED: Qt.PenStyle.SolidLine,
    Kind.ADDED: Qt.PenStyle.DashLine,
    Kind.SPEAKER: Qt.PenStyle.DotLine,
    Kind.MARKS: Qt.PenStyle.DashDotLine,
}


class Underline(NamedTuple):
    """A stretch of a block, [start, end) in UTF-16 units; a removed one is a place."""

    kind: Kind
    start: int
    end: int


def paint_underlines(
    painter: QPainter, boxes_of: Callable[[tuple[int, int]], list[QRectF]], underlines: Iterable[Underline]
) -> None:
    """Paint them in a block that is laid out. boxes_of: the boxes of a stretch of it, one on each line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(current_theme().match_edge)
    for kind, start, end in underlines:
        if kind is Kind.REMOVED:
            _paint_wedge(painter, boxes_of((max(0, start - 1), max(1, start))), colour, start > 0)
            continue
        painter.setPen(QPen(colour, _LINE_PX, _LINES[kind], Qt.PenCapStyle.FlatCap))
        for box in boxes_of((start, end)):
            painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.restore()


def _paint_wedge(painter: QPainter, boxes: list[QRectF], colour: QColor, is_behind: bool) -> None:
    """A wedge that points up between two words, where some are gone."""
    if not boxes:
        return
    box = boxes[-1]
    x, y = (box.center().x() if is_behind else box.left()), box.bottom()
    points = [QPointF(x - _WEDGE_PX, y), QPointF(x, y - 1.5 * _WEDGE_PX), QPointF(x + _WEDGE_PX, y)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
