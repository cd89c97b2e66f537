"""A small coloured dot; the text beside it says the same."""

from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.theme import Theme, current_theme

DOT_PX = 8
Level = Literal["waiting", "good", "warning", "bad"]
"""How things are; 'waiting' is neither good nor bad."""
_RING_PX = 1.5


def dot_colour(level: Level, theme: Theme) -> str:
    """The colour for how things are."""
    colours = {"waiting": theme.muted, "good": theme.good, "warning": theme.warning, "bad": theme.bad}
    return colours[level]


def paint_dot(painter: QPainter, centre: QPointF, level: Level) -> None:
    """Paint a dot; a ring where there is nothing to praise or to see to."""
    colour = QColor(dot_colour(level, current_theme()))
    hollow = level == "waiting"
    painter.setPen(QPen(colour, _RING_PX) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    radius = (DOT_PX - _RING_PX) / 2 if hollow else DOT_PX / 2
    painter.drawEllipse(centre, radius, radius)


class StatusDot(QWidget):
    """The dot as a widget."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self.level = level
        self.setFixedSize(DOT_PX + 2, DOT_PX + 2)

    def show_level(self, level: Level) -> None:
        """Take another colour."""
        self.level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, QPointF(self.width() / 2, self.height() / 2), self.level)
