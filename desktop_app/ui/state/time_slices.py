"""Many small steps of work, done between the events of the window."""

from collections import deque
from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE_S = 0.008


class TimeSlices(QObject):
    """Hands out one step after the other, for a few milliseconds in each turn of the event loop."""

    step = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[object] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    def __len__(self) -> int:
        return len(self._waiting)

    def begin(self, steps: Iterable[object]) -> None:
        """Do these, the first of them at once; `finished` follows the last."""
        self._waiting.extend(steps)
        self._timer.start()
        self._work()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def _work(self) -> None:
        until = perf_counter() + SLICE_S
        while self._waiting and perf_counter() < until:
            self.step.emit(self._waiting.popleft())
        if not self._waiting:
            self._timer.stop()
            self.finished.emit()
