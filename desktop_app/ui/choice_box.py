"""A box with a few choices."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox

from desktop_app.ui.theme import current_theme

_ARROW_FROM_RIGHT_PX = 17


class ChoiceBox(QComboBox):
    """Has an arrow in the theme's colour, which a style sheet can only take from a file."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        painter.setPen(QPen(QColor(theme.muted if self.isEnabled() else theme.edge), 1.5))
        tip = QPointF(self.width() - _ARROW_FROM_RIGHT_PX, self.height() / 2 + 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))
