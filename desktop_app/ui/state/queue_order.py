"""Keeps the order of the queue on the disk: moves are there after a restart."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.core.worklist.queue_order import keep_order, kept_order
from desktop_app.ui.state.throttle import Throttle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.state.session import Session
    from desktop_app.ui.state.work_queue import WorkQueue

_WRITE_MS = 500


class QueueOrder(QObject):
    """Writes the order beside the window: at once where a person has moved something, else a moment after it changes.

    Its one thread does nothing else, so that no other work is waited for."""

    def __init__(self, queue: WorkQueue, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._session = session
        self._coming = list(kept_order())  # their projects were not opened yet
        self._newest: list[Path] | None = None  # read in the thread
        self._thread = QThreadPool(self, maxThreadCount=1)
        soon = Throttle(self, _WRITE_MS)
        soon.due.connect(self._write)
        queue.moved.connect(self._write)
        queue.changed.connect(soon.ask)
        session.keeper.kept.connect(soon.ask)
        session.listed.connect(self._forget_others)

    def close(self) -> None:
        """Have the order on the disk now: the window is being closed."""
        self._write()
        self._thread.waitForDone()

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
        if order != self._newest:
            self._newest = order
            self._thread.start(lambda: self._keep(order))

    def _keep(self, order: list[Path]) -> None:
        """An order that cannot be kept is no reason to disturb anybody."""
        if order is self._newest:  # else the next one is about to be written
            with suppress(OSError):
                keep_order(order)
