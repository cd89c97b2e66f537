"""Looks through the projects' folders again and again, in a thread that has other things to do as well."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from desktop_app.core.library.errors import LibraryUnavailable
from desktop_app.core.library.values import Change

SLICE_S = 0.02
"""How long nothing else is listened to, but for what one project takes to be read."""
POLL_MS = 60_000
"""How often folders are looked through without a reason: those of other computers do not tell what happens in them."""
SETTLE_MS = 1000
"""How long after a folder has told of a change: one seldom comes alone."""
REPORT_S = 0.5
"""How often is told what was found so far."""
_log = logging.getLogger(__name__)


class LibraryFollower(QObject):
    """Takes the steps of one look at all projects after another. It lives in the library's thread."""

    changed = Signal(object)
    """tuple[Change, ...]: what the last steps changed."""
    finished = Signal()
    """All projects were looked at."""

    def __init__(self, look: Callable[[], Iterator[Change | None]], parent: QObject) -> None:
        """look: begins to look at all projects, see `sync`."""
        super().__init__(parent)
        self._look = look
        self._steps: Iterator[Change | None] | None = None
        self._changes: list[Change] = []
        self._reported_s = 0.0
        self._slices = _timer(self, 0, self._on_slice)
        self._soon = _timer(self, SETTLE_MS, self.look_now, once=True)
        self._poll = _timer(self, POLL_MS, self.look_soon)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look_soon)

    def watch(self, folders: Sequence[Path]) -> None:
        """Look soon after anything has happened in these folders, which need not be there, and every minute."""
        watched = self._watcher.directories()
        wanted = [str(folder) for folder in folders if folder.is_dir()]
        if gone := [folder for folder in watched if folder not in wanted]:
            self._watcher.removePaths(gone)
        if new := [folder for folder in wanted if folder not in watched]:
            self._watcher.addPaths(new)
        self._poll.start()

    @Slot()
    def look_soon(self) -> None:
        """Look in a moment."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def look_now(self) -> None:
        """Begin to look; a look that is not over begins again, and reads nothing twice."""
        self._steps = self._look()
        self._slices.start()

    def stop(self) -> None:
        """Look no more."""
        for timer in (self._slices, self._soon, self._poll):
            timer.stop()
        self._steps = None
        self._watcher.deleteLater()  # in its thread

    @Slot()
    def _on_slice(self) -> None:
        try:
            is_over = self._take_steps(time.monotonic() + SLICE_S)
        except LibraryUnavailable as error:
            _log.warning("the projects could not be looked at: %s", error)
            is_over = True
        if is_over:
            self._slices.stop()
            self._steps = None
        self._report(at_once=is_over)
        if is_over:
            self.finished.emit()

    def _take_steps(self, until_s: float) -> bool:
        """Whether that were all."""
        for change in self._steps or ():
            if change is not None:
                self._changes.append(change)
            if time.monotonic() > until_s:
                return False
        return True

    def _report(self, *, at_once: bool) -> None:
        now_s = time.monotonic()
        if self._changes and (at_once or now_s - self._reported_s > REPORT_S):
            changes, self._changes = tuple(self._changes), []
            self._reported_s = now_s
            self.changed.emit(changes)


def _timer(parent: QObject, interval_ms: int, act: Callable[[], None], *, once: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.setSingleShot(once)
    timer.timeout.connect(act)
    return timer
