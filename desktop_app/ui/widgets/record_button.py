"""The button that begins a recording, and ends it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.translation import tr
from desktop_app.ui.look.theme import current_theme

_SIGN_PX = 10
_LEFT_PX = 14


class RecordButton(QPushButton):
    """A red dot and 'Record'; while sound is recorded, a red square and 'Stop'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "record")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._recording = True
        self._key = ""
        self.show_recording(False)

    def show_key(self, key: str) -> None:
        """The key that does the same; '' where none does."""
        self._key = key
        self._tell()

    def _tell(self) -> None:
        said = tr("Stop recording") if self._recording else tr("Record and read along")
        self.setToolTip(f"{said} ({self._key})" if self._key else said)

    def show_recording(self, recording: bool) -> None:
        """Offer to stop, or to record."""
        if recording != self._recording:
            self._recording = recording
            self.setText(tr("Stop") if recording else tr("Record"))
            self.setAccessibleName(tr("Stop recording") if recording else tr("Record"))
            self._tell()

    def sizeHint(self) -> QSize:
        """Room for the longer of the two words, so that nothing beside it moves. The style adds what is around it."""
        own = super().sizeHint()
        widths = {word: self.fontMetrics().horizontalAdvance(word) for word in (tr("Record"), tr("Stop"))}
        return QSize(own.width() - widths.get(self.text(), 0) + max(widths.values()), own.height())

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the sign before its word."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = current_theme()
        painter.setBrush(QColor(theme.bad if self.isEnabled() else theme.edge))
        middle = QPointF(_LEFT_PX + _SIGN_PX / 2, self.height() / 2)
        half = _SIGN_PX / 2
        if self._recording:
            painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, _SIGN_PX, _SIGN_PX), 2, 2)
        else:
            painter.drawEllipse(middle, half, half)
