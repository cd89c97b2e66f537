"""Looks at all projects again and again: at their files in this thread, into those that changed in a process."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from desktop_app.core.library.errors import Cancelled, LibraryUnavailable
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.sync import ReadProject, sync
from desktop_app.core.library.values import Change, LibraryProject
from desktop_app.jobs.library_lane import LibraryLane
from desktop_app.jobs.messages import Failed, LookThrough

SLICE_S = 0.02
"""How long nothing else is listened to."""
POLL_MS = 60_000
"""How often is looked without a reason: folders of other computers do not tell what happens in them."""
SETTLE_MS = 1000
"""How long after a folder has told of a change: one seldom comes alone."""
AT_LATEST_S = 30.0
"""And how long where they do not end."""
_log = logging.getLogger(__name__)


class LibraryFollower(QObject):
    """Keeps the index in line with the disk. It lives in the library's thread, with the index."""

    changed = Signal(object)
    """tuple[Change, ...]: what is different in the index now."""
    finished = Signal(object)
    """All projects were looked at: None, or Failed."""

    def __init__(
        self, index: LibraryIndex, read: ReadProject, outside: Callable[[], Sequence[Path]], parent: QObject
    ) -> None:
        """outside: gives the projects that are in none of the folders."""
        super().__init__(parent)
        self._index = index
        self._read = read
        self._outside = outside
        self._folders: tuple[Path, ...] = ()
        self._steps: Iterator[Change | None] | None = None
        self._is_due = False
        self._is_stopped = False
        """What was on its way when it was stopped must start no timer: its thread will not be there to end it."""
        self._happens_since_s = 0.0
        self._lane = LibraryLane(self)
        self._lane.changed.connect(self.changed)
        self._lane.finished.connect(self._finish)
        self._slices = _timer(self, 0, self._on_slice)
        self._soon = _timer(self, SETTLE_MS, self._look, once=True)
        self._poll = _timer(self, POLL_MS, self.look_soon)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_at_rest)

    def follow(self, folders: Sequence[Path]) -> None:
        """Look into these folders from now on, which need not be there; at once, when something happens in them, and
        every minute."""
        self._folders = tuple(folders)
        self._watch()
        self._poll.start()
        self._look()

    @Slot()
    def look_soon(self) -> None:
        """Look in a moment."""
        if not self._soon.isActive() and not self._is_stopped:
            self._soon.start()

    @Slot()
    def _look_at_rest(self) -> None:
        """Something happens in a folder: look when it is over, or goes on for long. Who types changes a project, and
        with it its folder, at each letter."""
        now_s = time.monotonic()
        if not self._soon.isActive():
            self._happens_since_s = now_s
        left_ms = round((self._happens_since_s + AT_LATEST_S - now_s) * 1000)
        self._soon.start(min(SETTLE_MS, max(0, left_ms)))

    def stop(self) -> None:
        """Look no more."""
        self._is_stopped = True
        # What has happened already is told once more before the thread ends, and would start a timer again.
        self._watcher.directoryChanged.disconnect(self._look_at_rest)
        self._watcher.deleteLater()  # in its thread
        for timer in (self._slices, self._soon, self._poll):
            timer.stop()
        self._steps = None
        self._lane.close()

    def _look(self) -> None:
        """Begin to look, or do so again when that is over."""
        self._is_due = self._lane.is_busy
        if not self._is_due:
            self._steps = sync(self._index, self._folders, self._outside(), _leave_unread)
            self._slices.start()

    @Slot()
    def _on_slice(self) -> None:
        changes: list[Change] = []
        try:
            is_over = self._take_steps(changes, time.monotonic() + SLICE_S)
        except Cancelled:
            self._leave_to_process()
            is_over = False
        except LibraryUnavailable as error:
            _log.warning("the projects could not be looked at: %s", error)
            is_over = True
        if changes:
            self.changed.emit(tuple(changes))
        if is_over:
            self._slices.stop()
            self._finish(None)

    def _take_steps(self, changes: list[Change], until_s: float) -> bool:
        """Whether that were all."""
        for change in self._steps or ():
            if change is not None:
                changes.append(change)
            if time.monotonic() > until_s:
                return False
        return True

    def _leave_to_process(self) -> None:
        self._slices.stop()
        self._lane.ask(LookThrough(self._folders, tuple(self._outside()), self._read))

    @Slot(object)
    def _finish(self, failure: Failed | None) -> None:
        self._steps = None
        self._watch()  # a folder may have come
        if self._is_due:
            self.look_soon()
        self.finished.emit(failure)

    def _watch(self) -> None:
        watched = self._watcher.directories()
        wanted = [str(folder) for folder in self._folders if folder.is_dir()]
        if gone := [folder for folder in watched if folder not in wanted]:
            self._watcher.removePaths(gone)
        if new := [folder for folder in wanted if folder not in watched]:
            self._watcher.addPaths(new)


def _leave_unread(_path: Path) -> LibraryProject:
    """There is something to read: no more is done in this thread."""
    raise Cancelled


def _timer(parent: QObject, interval_ms: int, act: Callable[[], None], *, once: bool = False) -> QTimer:
    timer = QTimer(parent, interval=interval_ms, singleShot=once)
    timer.timeout.connect(act)
    return timer
