"""The library as the window sees it: the list of all recordings and all that was said in them, never waited for."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, Signal, Slot

from desktop_app.core.library.found import Found
from desktop_app.core.library.project_reading import read_library_project
from desktop_app.core.library.sync import ReadProject
from desktop_app.jobs.library_worker import LibraryWorker

_QUEUED = Qt.ConnectionType.QueuedConnection


class Library(QObject):
    """Shows what the index knows at once, and follows what happens to projects on the disk.

    It lives in the window's thread; every signal is emitted there.
    """

    entries_ready = Signal(object)
    """tuple[Entry, ...]: all recordings, the newest first; at the start, and after every change."""
    changed = Signal(object)
    """tuple[Change, ...]: what became of some; the whole list follows."""
    looked_through = Signal()
    """All projects were looked at; until then, the list may lack some."""
    found = Signal(str, object)
    """The text that was searched for last, and Found."""
    project_found = Signal(object, object)
    """A recording's path, and that of its project, None where it has none."""
    failed = Signal(object)
    """Failed: what could not be done, and why."""
    _began = Signal()
    _followed = Signal(object)
    _looked = Signal()
    _rebuilt = Signal()
    _searched = Signal(int, str, object)
    _sound_asked = Signal(object, object)
    _saved = Signal(object)
    _forgotten = Signal(object)
    _ended = Signal()

    def __init__(
        self, folders: Sequence[Path], *, read: ReadProject = read_library_project, parent: QObject | None = None
    ) -> None:
        """folders: where projects are looked for. read: how one is read."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("diarist-library")
        self._worker = LibraryWorker(read, folders)
        self._worker.moveToThread(self._thread)
        self._connect_worker()

    def start(self) -> None:
        """Begin: `entries_ready` follows with what is known, then what has changed since."""
        self._thread.start(QThread.Priority.LowPriority)
        self._began.emit()

    def follow(self, folders: Sequence[Path]) -> None:
        """Look for projects in these folders from now on."""
        self._followed.emit(tuple(folders))

    def refresh(self) -> None:
        """Look at all projects again in a moment, as when somebody comes back to the window."""
        self._looked.emit()

    def rebuild(self) -> None:
        """Read all projects again, into a new index."""
        self._rebuilt.emit()

    def search(self, text: str, within: Path | None = None) -> None:
        """Search; `found` follows, unless something else is searched for before. within: only in this project."""
        self._worker.newest_search += 1
        self._searched.emit(self._worker.newest_search, text, within)

    def find_project(self, sound: Path, sha256: str | None = None) -> None:
        """Ask for the project of a recording; `project_found` follows. sha256: of its bytes, where that is known."""
        self._sound_asked.emit(sound, sha256)

    def note_saved(self, project: Path) -> None:
        """A project was opened, made or saved, wherever it lies: it is in the list from now on, as it is now."""
        if self._thread.isRunning():  # what was saved before is found at the start
            self._saved.emit(project)

    def forget(self, projects: Sequence[Path]) -> None:
        """Take projects that are not there any more out of the list, wherever they were; `changed` follows."""
        self._forgotten.emit(tuple(projects))

    def shutdown(self) -> None:
        """End the thread; what is asked for is given up without a signal."""
        self._worker.newest_search += 1
        if self._thread.isRunning():
            self._ended.emit()
            self._thread.wait()
        QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall.value)

    def _connect_worker(self) -> None:
        worker = self._worker
        asked = {
            self._began: worker.begin,
            self._followed: worker.follow,
            self._looked: worker.look_soon,
            self._rebuilt: worker.rebuild,
            self._searched: worker.search,
            self._sound_asked: worker.find_project,
            self._saved: worker.note_saved,
            self._forgotten: worker.forget,
            self._ended: worker.end,
        }
        for signal, slot in asked.items():
            signal.connect(slot, _QUEUED)
        worker.entries.connect(self.entries_ready, _QUEUED)
        worker.changed.connect(self.changed, _QUEUED)
        worker.looked_through.connect(self.looked_through, _QUEUED)
        worker.project_found.connect(self.project_found, _QUEUED)
        worker.failed.connect(self.failed, _QUEUED)
        worker.found.connect(self._on_found, _QUEUED)

    @Slot(int, str, object)
    def _on_found(self, number: int, text: str, found: Found) -> None:
        if number == self._worker.newest_search:
            self.found.emit(text, found)
