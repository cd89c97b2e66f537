"""Python's cyclic garbage, collected where it does no harm.

Python collects in whichever thread happens to allocate. What is collected may be objects of Qt, which no thread but
their own may delete; a thread that reads thousands of projects would delete those of the window.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 200


class GarbageCollection(QObject):
    """From `start` to `stop`, garbage is collected in the thread of this object alone, about as often as before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Begin; Python does not collect by itself any more."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        if self._timer.isActive():
            self._timer.stop()
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        """The oldest generation that is due, as Python would."""
        due = [generation for generation, count in enumerate(gc.get_count()) if count > gc.get_threshold()[generation]]
        if due:
            gc.collect(due[-1])
