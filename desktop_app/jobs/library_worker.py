"""The side of the library that waits for disks: in a thread of its own, one thing at a time."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from desktop_app.core.library.errors import Cancelled, LibraryUnavailable, OutsideListError
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.outside_list import forget_outside, outside_projects, remember_outside
from desktop_app.core.library.scan import is_seen_from
from desktop_app.core.library.sync import ReadProject
from desktop_app.core.library.values import Change, ChangeKind
from desktop_app.jobs.library_follower import LibraryFollower
from desktop_app.jobs.library_lane import LibraryLane
from desktop_app.jobs.messages import Failed, LookAt
from desktop_app.translation import tr

SAVED_MS = 1000
"""So long nothing must have been saved before what was is read: while somebody types, each letter is."""
SAVED_AT_LATEST_S = 30.0
"""But it is read at the latest so long after it was saved first."""


class LibraryWorker(QObject):
    """Lives in the library's thread. `newest_search` is set from the window's: older searches are given up."""

    entries = Signal(object)
    changed = Signal(object)
    looked_through = Signal()
    found = Signal(int, str, object)
    project_found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, read: ReadProject, folders: Sequence[Path]) -> None:
        super().__init__()
        self.newest_search = 0
        self._read = read
        self._folders = tuple(folders)
        self._saved: dict[Path, None] = {}
        self._saved_first_s = 0.0
        self._remade = 0
        self._placed: set[Path] = set()
        self._said: set[str] = set()

    @Slot()
    def begin(self) -> None:
        """Say what is known, and begin to look."""
        # Made here: they belong to the thread that runs.
        self._index = LibraryIndex()
        self._follower = LibraryFollower(self._index, self._read, self._outside, self)
        self._follower.changed.connect(self._tell)
        self._follower.finished.connect(self._on_finished)
        self._saves = LibraryLane(self)
        self._saves.changed.connect(self._tell)
        self._saves.finished.connect(self._on_saved_read)
        self._saved_timer = QTimer(self, interval=SAVED_MS, singleShot=True)
        self._saved_timer.timeout.connect(self._read_saved)
        self._tell_entries()
        self._remade = self._index.remade
        self._follower.follow(self._folders)

    @Slot(object)
    def follow(self, folders: Sequence[Path]) -> None:
        """Look for projects in these folders from now on."""
        self._folders = tuple(folders)
        self._follower.follow(folders)

    @Slot()
    def look_soon(self) -> None:
        """Something may have happened to projects."""
        self._follower.look_soon()

    @Slot()
    def rebuild(self) -> None:
        """Read all projects again."""
        with self._telling(tr("The list cannot be made anew just now")):
            self._index.rebuild()
        self._look_if_remade()

    @Slot(int, str, object)
    def search(self, number: int, text: str, within: Path | None) -> None:
        """Search, unless something else has been asked for since."""

        def is_outdated() -> bool:
            return number != self.newest_search

        with self._telling(tr("Nothing can be searched just now")), suppress(Cancelled):
            if not is_outdated():
                self.found.emit(number, text, self._index.search(text, within=within, is_cancelled=is_outdated))
        self._look_if_remade()

    @Slot(object, object)
    def find_project(self, sound: Path, sha256: str | None) -> None:
        """Say which project a recording has."""
        project = None
        with self._telling(tr("It cannot be told whether the recording is in the list already")):
            project = self._index.project_of(sound, sha256=sha256)
        self.project_found.emit(sound, project)

    @Slot(object)
    def note_saved(self, path: Path) -> None:
        """Read a project in a moment."""
        self._place(path)
        now_s = time.monotonic()
        if not self._saved:
            self._saved_first_s = now_s
        self._saved[path] = None
        left_s = self._saved_first_s + SAVED_AT_LATEST_S - now_s
        self._saved_timer.start(min(SAVED_MS, max(0, round(left_s * 1000))))

    @Slot(object)
    def forget(self, paths: Sequence[Path]) -> None:
        """Forget projects that are not there any more."""
        gone = [path for path in paths if not path.exists()]
        for path in gone:
            self._placed.discard(path)
            with self._telling(tr("{name} may come back to the list", name=path.name)):
                forget_outside(path)
        with self._telling(tr("What was removed is in the list still")):
            self._index.remove(gone)
        if gone:
            self._tell(tuple(Change(ChangeKind.REMOVED, path) for path in gone))
            self._follower.look_soon()  # a look that has begun may have seen them

    @Slot()
    def end(self) -> None:
        """Let go of everything, and end the thread."""
        self._follower.stop()
        self._saved_timer.stop()
        self._saves.close()
        self._index.close()
        QThread.currentThread().quit()

    def _outside(self) -> Sequence[Path]:
        """The projects outside the folders; where their list cannot be read, those that the index has."""
        try:
            return outside_projects()
        except OutsideListError as error:
            reason = tr("Projects outside your folder may be missing from the list: {error}", error=error)
            self._fail(reason, once=True)
            return [path for path in self._index.known() if not self._is_inside(path)]

    def _is_inside(self, path: Path) -> bool:
        return any(is_seen_from(folder, path) for folder in self._folders)

    def _place(self, path: Path) -> None:
        """See to it that a project is found from now on."""
        if path not in self._placed and not self._is_inside(path):
            with self._telling(tr("{name} will be missing from the list after the next start", name=path.name)):
                remember_outside(path)
        self._placed.add(path)

    @Slot()
    def _read_saved(self) -> None:
        if self._saved and not self._saves.is_busy:
            saved, self._saved = tuple(self._saved), {}
            self._saves.ask(LookAt(saved, self._read))

    @Slot(object)
    def _on_saved_read(self, failure: Failed | None) -> None:
        if failure is not None:
            self.failed.emit(failure)
        if self._saved:
            self._saved_timer.start()

    @Slot(object)
    def _tell(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            if change.was is not None:
                self._note_moved(change.was, change.path)
        self.changed.emit(changes)
        self._tell_entries()

    def _note_moved(self, old: Path, new: Path) -> None:
        if not self._is_inside(old):
            with self._telling(tr("{path} stays in the list, though it was moved", path=old)):
                forget_outside(old)
        self._place(new)

    def _tell_entries(self) -> None:
        with self._telling(tr("The list cannot be shown just now")):
            self.entries.emit(self._index.entries())

    @Slot(object)
    def _on_finished(self, failure: Failed | None) -> None:
        if failure is not None:
            self.failed.emit(failure)
        self.looked_through.emit()
        self._look_if_remade()

    def _look_if_remade(self) -> None:
        """An index that turned out to be broken is empty now."""
        if self._index.remade != self._remade:
            self._remade = self._index.remade
            self._follower.look_soon()

    @contextmanager
    def _telling(self, what: str) -> Iterator[None]:
        """Say what could not be done, and go on behind it."""
        try:
            yield
        except (LibraryUnavailable, OutsideListError) as error:
            self._fail(f"{what}: {error}")

    def _fail(self, reason: str, *, once: bool = False) -> None:
        """once: not if it was said before."""
        if not (once and reason in self._said):
            self.failed.emit(Failed(f"{reason}.", tr("Try again later.")))
        self._said.add(reason)
