"""A box with a few choices."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.ui.theme import current_theme

_ARROW_FROM_RIGHT_PX = 17


class ChoiceBox(QComboBox):
    """Has an arrow in the theme's colour, which a style sheet can only take from a file."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and the arrow."""
        super().paintEvent(event)
        paint_arrow(self, _ARROW_FROM_RIGHT_PX)


def paint_arrow(widget: QWidget, from_right_px: int) -> None:
    """Paint the arrow of something that opens a list; its tip is so far from the widget's right edge."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = current_theme()
    painter.setPen(QPen(QColor(theme.muted if widget.isEnabled() else theme.edge), 1.5))
    tip = QPointF(widget.width() - from_right_px, widget.height() / 2 + 2)
    painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))
