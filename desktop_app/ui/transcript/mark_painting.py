"""Paints what a person has said of words: each mark by a line of its own kind, besides any colour."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.core.transcript.values import Mark
from desktop_app.ui.look.theme import current_theme

_WIDTH_PX = 1.5
_ABOVE_BOTTOM_PX = 2.0
_STROKES = {
    Mark.UNCERTAIN: Qt.PenStyle.DotLine,
    Mark.INAUDIBLE: Qt.PenStyle.DashLine,
    Mark.OFF_RECORD: Qt.PenStyle.SolidLine,
}


def paint_mark(painter: QPainter, boxes: Iterable[QRectF], mark: Mark) -> None:
    """Draw a line under the words in these boxes; through them where they are off the record."""
    theme = current_theme()
    painter.save()
    ink = theme.accent if mark is Mark.UNCERTAIN else theme.muted
    painter.setPen(QPen(QColor(ink), _WIDTH_PX, _STROKES[mark]))
    for box in boxes:
        y = box.center().y() if mark is Mark.OFF_RECORD else box.bottom() - _ABOVE_BOTTOM_PX
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.restore()
