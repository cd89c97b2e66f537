"""Which turns of live captions stand out for a moment, because another speaker was found for them."""

from PySide6.QtCore import QObject, QTimer, Signal

FRESH_MS = 900


class FreshTurns(QObject):
    """Holds turns' numbers, each for one to two times FRESH_MS."""

    faded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new: set[int] = set()
        self._old: set[int] = set()
        self._timer = QTimer(self, interval=FRESH_MS)
        self._timer.timeout.connect(self._fade)

    def __contains__(self, number: int | None) -> bool:
        return number in self._new or number in self._old

    def add(self, number: int) -> None:
        """Let a turn stand out."""
        self._new.add(number)
        if not self._timer.isActive():
            self._timer.start()

    def _fade(self) -> None:
        self._old, self._new = self._new, set()
        if not self._old:
            self._timer.stop()
        self.faded.emit()
