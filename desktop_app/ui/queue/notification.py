"""A note of the system's own, for who looks elsewhere."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

_SHOWN_MS = 10_000


class Notifications(QObject):
    """Where the system shows any. An icon stands beside its clock as long as a note does, as systems want it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._leave = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._leave.timeout.connect(self._hide)

    def tell(self, sentence: str) -> None:
        """Show it; nothing happens where the window of ours is looked at, or the system shows no notes."""
        if QApplication.activeWindow() is not None or not self._is_possible():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._icon.show()
        self._icon.showMessage("Diarist", sentence, QApplication.windowIcon(), _SHOWN_MS)
        self._leave.start()

    @staticmethod
    def _is_possible() -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def _hide(self) -> None:
        if self._icon is not None:
            self._icon.hide()
