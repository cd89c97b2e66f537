"""What may happen at any time, told of at once, and then so often at most."""

from PySide6.QtCore import QObject, QTimer, Signal


class Throttle(QObject):
    """due: the first time that it is asked, and after that once for everything asked within each interval."""

    due = Signal()

    def __init__(self, parent: QObject, interval_ms: int) -> None:
        super().__init__(parent)
        self._is_asked = False
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._tell_of_rest)

    def ask(self) -> None:
        """Something has happened."""
        if self._timer.isActive():
            self._is_asked = True
        else:
            self._timer.start()
            self.due.emit()

    def _tell_of_rest(self) -> None:
        if self._is_asked:
            self._is_asked = False
            self.ask()
