"""Keeps the order of the queue on the disk: moves are there after a restart."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.worklist.queue_order import keep_order, kept_order
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.work_queue import WorkQueue

_WRITE_MS = 500


class QueueOrder(QObject):
    """Writes the order beside the window, a moment after it changes."""

    def __init__(self, queue: WorkQueue, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._session = session
        self._coming = list(kept_order())  # their projects were not opened yet
        self._written: list[Path] | None = None
        self._task: Task | None = None
        self._lock = Lock()
        soon = Throttle(self, _WRITE_MS)
        soon.due.connect(self._write)
        self._ask = soon.ask
        queue.changed.connect(self._ask)
        session.keeper.kept.connect(self._ask)
        session.listed.connect(self._forget_others)

    def close(self) -> None:
        """Have the order on the disk now: the window is being closed."""
        if (order := self._order()) != self._written:
            self._written = order
            with suppress(OSError), self._lock:  # behind what a thread still writes
                keep_order(order)

    def _forget_others(self) -> None:
        """What has no project any more, or nothing to be done, does not come."""
        waiting = {each.project for each in self._session.recordings if each.busy or each.is_interrupted}
        self._coming = [each for each in self._coming if each in waiting]

    def _order(self) -> list[Path]:
        present = [each.project for each in self._queue.unfinished if each.project is not None]
        over = {each.project for each in self._queue.rows}
        self._coming = [each for each in self._coming if each not in over]
        return [*present, *self._coming]

    def _write(self) -> None:
        order = self._order()
        if self._task is not None:
            self._ask()  # what is written now is another order
        elif order != self._written:
            self._written = order
            self._task = Task(lambda: self._keep(order), (OSError,), self)
            self._task.succeeded.connect(self._end)
            self._task.failed.connect(self._end)
            self._task.start()

    def _keep(self, order: list[Path]) -> None:
        with self._lock:
            if order is self._written:  # else a newer one is on the disk
                keep_order(order)

    def _end(self, task: Task) -> None:
        """An order that cannot be kept is no reason to disturb anybody."""
        task.deleteLater()
        self._task = None
