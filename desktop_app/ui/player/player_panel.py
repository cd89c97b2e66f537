"""The player below the text: the waveform with its lanes, and the bar that plays."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.player.transport import Transport
from desktop_app.ui.player.waveform import Waveform

_ABOVE_PX, _BELOW_PX = 4, 6
_MOST_OF_WINDOW = 0.26
"""The share of the window's height that the waveform takes at most, where it can be less."""


class PlayerPanel(QWidget):
    """Takes the room that its waveform wants; in a low window less, so that the text has most of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.waveform = Waveform()
        self.transport = Transport()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE_PX, 0, _BELOW_PX)
        column.setSpacing(0)
        column.addWidget(self.waveform)
        column.addWidget(self.transport)
        self.hide()

    def take_focus(self) -> None:
        """Take the keyboard's focus."""
        self.waveform.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """What is in the waveform, or the window, has another size."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a share of the window as it is now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most_px = round(_MOST_OF_WINDOW * self.window().height())
        wanted_px, least_px = self.waveform.sizeHint().height(), self.waveform.minimumSizeHint().height()
        height = max(least_px, min(wanted_px, most_px))
        if height != self.waveform.maximumHeight():
            self.waveform.setFixedHeight(height)
