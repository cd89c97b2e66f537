"""A rounded card on a panel, or over everything; its edge shows the keyboard's focus without moving what is inside."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.theme import RADIUS_PX, current_theme


class Card(QWidget):
    """Paints the ground and the edge. raised: over whatever is there, so that its edge must be seen."""

    def __init__(self, parent: QWidget | None = None, *, focusable: bool = False, raised: bool = False) -> None:
        super().__init__(parent)
        self._raised = raised
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        resting = theme.edge if self._raised else theme.line
        edge = QPen(QColor(theme.accent), 2) if self.hasFocus() else QPen(QColor(resting), 1)
        painter.setPen(edge)
        painter.setBrush(QColor(theme.ground))
        inset = edge.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_PX, RADIUS_PX)
