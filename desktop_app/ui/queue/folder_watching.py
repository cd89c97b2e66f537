"""A folder that is watched: what comes into it is told, once it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop_app.core.project.places import library_folders
from desktop_app.core.worklist.folder_watch import FolderWatch, Look
from desktop_app.core.worklist.taken_record import TakenRecord
from desktop_app.translation import tr
from desktop_app.ui.state.background import Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.worklist.taken_record import Taken

SLOW_MS = 15_000
"""So often it is looked into, as some disks tell of nothing that comes."""
SOON_MS = 3_000
"""So soon again, while something is coming."""
AT_ONCE_MS = 200


class FolderWatching(QObject):
    """Looks in threads, one look after the other. Nothing is looked at before `begin`."""

    found = Signal(object)  # list[Path]
    told = Signal(str)
    changed = Signal()
    """Something else is to be said of the folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self.trouble = ""
        self._watch: FolderWatch | None = None
        self._record: TakenRecord | None = None
        self._has_begun = False
        self._task: Task | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._look)
        self._notices = QFileSystemWatcher(self)
        self._notices.directoryChanged.connect(lambda _: self._next.start(AT_ONCE_MS))

    def begin(self) -> None:
        """Look from now on: the library is listed, so that what is in it is known, or cannot be."""
        self._has_begun = True
        self._next.start(AT_ONCE_MS)

    def watch(self, folder: str) -> None:
        """Watch this folder and no other; '': none."""
        if folder == self.folder:
            return
        self.close()
        self.folder, self.trouble = folder, ""
        if folder:
            self._next.start(AT_ONCE_MS)
        self.changed.emit()

    def close(self) -> None:
        """Watch nothing any more; a look that is under way ends."""
        self._next.stop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        if noticed := self._notices.directories():
            self._notices.removePaths(noticed)

    def _look(self) -> None:
        if not (self.folder and self._has_begun) or self._task is not None:
            return
        try:
            watch = self._watch = self._watch or self._begin_watch()
        except OSError as error:
            self._tell_unnoted(error)
            return
        self._task = Task(lambda: (watch, watch.look()), (OSError,), self)
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _begin_watch(self) -> FolderWatch:
        if self._record is None:
            self._record = TakenRecord()
        return FolderWatch(Path(self.folder).expanduser(), self._record, without=library_folders())

    def _take(self, task: Task, looked: tuple[FolderWatch, Look]) -> None:
        self._end(task)
        watch, look = looked
        if watch is not self._watch:  # it is another folder by now
            self._next.start(AT_ONCE_MS)
            return
        self._tell_trouble("" if look.is_there else tr("{folder} is not there now.", folder=self.folder))
        if look.is_there and not self._notices.directories():
            self._notices.addPath(str(watch.folder))
        if look.new:
            self.found.emit([Path(each.path) for each in look.new])
            self._note(look.new)
        else:
            self._next.start(SOON_MS if look.coming else SLOW_MS)

    def _note(self, taken: Sequence[Taken]) -> None:
        """They are queued, and never again."""
        record = self._record
        if record is not None:
            self._task = Task(lambda: record.note(taken), (OSError,), self)
            self._task.succeeded.connect(self._go_on)
            self._task.failed.connect(self._fail)
            self._task.start()

    def _go_on(self, task: Task) -> None:
        self._end(task)
        self._next.start(SOON_MS)

    def _fail(self, task: Task, error: OSError) -> None:
        self._end(task)
        self._tell_unnoted(error)

    def _tell_unnoted(self, error: OSError) -> None:
        why = error.strerror or error
        self._tell_trouble(tr("What was taken from {folder} cannot be noted: {why}.", folder=self.folder, why=why))
        self._next.start(SLOW_MS)

    def _end(self, task: Task) -> None:
        task.deleteLater()
        self._task = None

    def _tell_trouble(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()
            if trouble:
                self.told.emit(trouble)
