"""Short work off the GUI thread, its outcome back on it."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Task(QObject):
    """One piece of work that gives a value or one of the errors it is known to raise.

    Connect `succeeded` and `failed` to methods of objects that live in the GUI thread, then start it.
    """

    succeeded = Signal(object, object)  # the task, its value
    failed = Signal(object, object)  # the task, its error

    def __init__(self, work: Callable[[], object], errors: tuple[type[Exception], ...], parent: QObject | None) -> None:
        super().__init__(parent)
        self._work = work
        self._errors = errors

    def start(self) -> None:
        """Run the work in the thread pool."""
        QThreadPool.globalInstance().start(_Run(self))

    def run(self) -> None:
        """Do the work, in whatever thread this is."""
        try:
            value = self._work()
        except self._errors as error:
            with suppress(RuntimeError):  # whoever asked is gone, and this object with them
                self.failed.emit(self, error)
        else:
            with suppress(RuntimeError):
                self.succeeded.emit(self, value)


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()
