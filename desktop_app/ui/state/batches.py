"""Hands a long list on in small pieces, so that the event loop is never held."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

BATCH = 150


class Batches(QObject):
    """Values that wait to be taken, `BATCH` for each turn of the event loop."""

    due = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[object] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._hand_on)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, values: Iterable[object]) -> None:
        """Queue values; they are handed on in this order."""
        self._waiting.extend(values)
        if self._waiting:
            self._timer.start()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def hand_on_now(self) -> None:
        """Hand the next batch on without waiting for the event loop, so that the first lines show at once."""
        if self._waiting:
            self._hand_on()

    def _hand_on(self) -> None:
        batch = [self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting)))]
        if not self._waiting:
            self._timer.stop()
        self.due.emit(batch)
