"""The window's foot: what is offered, above the status line."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

_LEAST_HEIGHT_PX = 540
"""Of a window that has room for an offer beside the recordings and the player."""


class Foot(QWidget):
    """Lines that come and go at the bottom move nothing that somebody reads. An offer waits for a window with room."""

    def __init__(self, offer: QWidget, status: QWidget, window: QMainWindow) -> None:
        super().__init__()
        self._window = window
        self._room = QWidget()
        within = QVBoxLayout(self._room)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._room)
        column.addWidget(status)
        self._look()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another height."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._look()
        return False

    def _look(self) -> None:
        self._room.setVisible(self._window.height() >= _LEAST_HEIGHT_PX)
