"""A thin bar in a speaker's colour: the part of the talking that is theirs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.theme import current_theme

_HEIGHT_PX = 5


class ShareBar(QWidget):
    """Paints a share of 0 to 1; the card beside it says the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT_PX)
        self._colour, self._share = 0, 0.0

    def show_share(self, colour: int, share: float) -> None:
        """Show another share, in this colour of the palette."""
        self._colour, self._share = colour, share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(whole, 2.5, 2.5)
        if self._share > 0:
            painter.setBrush(QColor(theme.speaker(self._colour).strong))
            whole.setWidth(max(5.0, whole.width() * self._share))
            painter.drawRoundedRect(whole, 2.5, 2.5)
