"""Does what is asked of projects, one thing after the other, in the thread that it was moved to."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from desktop_app.core.project.backups import BackupRhythm
from desktop_app.core.project.copying import duplicate, save_as
from desktop_app.core.project.edited import EditedTranscript
from desktop_app.core.project.errors import ProjectError, ProjectInUse, ProjectNotWritable
from desktop_app.core.project.failures import told
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.places import name_at, project_path, renamed_path
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.rows import Row
from desktop_app.core.project.sound import FoundSound, look_for_sound
from desktop_app.core.project.values import Facts
from desktop_app.jobs.trash import move_to_trash

OPEN_AT_ONCE = 100
"""So many projects that nobody looks at stay open, the newest used ones."""
RETRY_MS = 10_000
_log = logging.getLogger(__name__)

Change = Callable[[ProjectFile], None]


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """What was read of a project.

    sound: what has become of the recording's sound, None where none is known. read_only: why nothing can be changed, ''
    where it can. losses: what is gone of a damaged file.
    """

    path: Path
    facts: Facts
    text: EditedTranscript | None
    voices: bytes | None
    peaks: bytes | None
    sound: FoundSound | None = None
    read_only: str = ""
    losses: tuple[str, ...] = ()


@dataclass(slots=True)
class WantedProject:
    """A project that is to be made, and what is to be changed in it then."""

    folder: Callable[[], Path]
    name: str
    facts: Callable[[Path], Facts]
    changes: list[tuple[Change, int]] = field(default_factory=list)

    def make(self) -> ProjectFile:
        """Make it, under a free name. ProjectError where that cannot be."""
        folder = self.folder()
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
        path = project_path(folder, self.name)
        return create_project(path, self.facts(path))


@dataclass(slots=True)
class _Open:
    """An open project. pinned: somebody looks at it. failed: what was changed last is not on the disk. number: of the
    newest change."""

    file: ProjectFile
    pinned: bool = False
    failed: bool = False
    number: int = 0
    backups: BackupRhythm = field(default_factory=BackupRhythm)


class ProjectWorker(QObject):
    """Does the work, in the thread. The projects are in the order in which they were last used."""

    created = Signal(object, object)
    opened = Signal(object, object)
    refused = Signal(object, object)
    saved = Signal(object, object, int)
    unsaved = Signal(object, object)
    moved = Signal(object, object)
    duplicated = Signal(object)
    copied = Signal(object, object)
    discarded = Signal(object)
    stayed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[object, _Open] = {}
        self._wanted: dict[object, WantedProject] = {}
        self._made: dict[object, Path] = {}
        self._left: dict[object, Row | None] = {}  # the stamps of those that were let go of
        self._retry: QTimer | None = None

    @Slot(object)
    def do(self, work: Callable[["ProjectWorker"], None]) -> None:
        """Do what was asked for."""
        work(self)

    def create(self, key: object, wanted: WantedProject) -> None:
        """See Projects.create."""
        try:
            file = wanted.make()
        except ProjectError as error:
            self._wanted[key] = wanted
            self._tell_unsaved(key, error)
            return
        self._wanted.pop(key, None)
        self._open[key], self._made[key] = _Open(file), file.path
        self.created.emit(key, file.path)
        for change, number in wanted.changes:
            self.change(key, file.path, change, number)
        self._let_go_of_old_ones()

    def open(self, key: object, path: Path) -> None:
        """See Projects.open."""
        self._left.pop(key, None)
        try:
            project, why = self._opened(key, path)
        except ProjectError as error:
            self.refused.emit(key, error)
            return
        project.pinned = True
        file = project.file
        peaks = file.peaks.data if file.peaks else None
        sound = look_for_sound(file.path, file.facts.sound, [file.path.parent]) if file.facts.sound else None
        opened = OpenedProject(file.path, file.facts, file.text, file.voices, peaks, sound, why, file.losses)
        self.opened.emit(key, opened)
        self._let_go_of_old_ones()

    def change(self, key: object, path: Path | None, change: Change, number: int) -> None:
        """See Projects.change."""
        if key in self._wanted:
            self._wanted[key].changes.append((change, number))
            return
        try:
            project = self._for_writing(key, path)
        except ProjectError as error:
            self._tell_unsaved(key, error)
            return
        project.number = number
        self._write(key, project, change)

    def close(self, key: object) -> None:
        """See Projects.close."""
        if (project := self._open.get(key)) is not None:
            project.pinned = False
            if not project.failed:
                self._let_go(key)

    def rename(self, key: object, path: Path | None, name: str) -> None:
        """See Projects.rename."""
        if key in self._wanted:
            self._wanted[key].name = name
            return
        try:
            project = self._for_writing(key, path)
            before, pinned = project.file.path, project.pinned
            if (after := renamed_path(before, name)) == before:
                return
            self._let_go(key)
            with told(before):
                before.rename(after)
            self._made[key] = after
            self._used(key, _Open(open_project(after), pinned=pinned))
        except ProjectError as error:
            self._tell_unsaved(key, error)
            return
        self.moved.emit(key, after)

    def duplicate(self, key: object, path: Path, name: str) -> None:
        """See Projects.duplicate."""
        try:
            project, _ = self._opened(key, path)
            copy = _copied(project.file, path.parent, name)
        except ProjectError as error:
            self._tell_unsaved(key, error)
            return
        self.duplicated.emit(copy)

    def save_as(self, key: object, path: Path, target: Path) -> None:
        """See Projects.save_as."""
        try:
            project = self._for_writing(key, path)
            save_as(project.file, target, replace_file=True)
        except ProjectError as error:
            self._tell_unsaved(key, error)
            return
        self._made[key] = project.file.path
        self.moved.emit(key, project.file.path)

    def keep_copy(self, key: object, name: str, folder: Path) -> None:
        """See Projects.keep_copy."""
        if (project := self._open.get(key)) is None:
            return
        try:
            try:
                copy = _copied(project.file, project.file.path.parent, name)
            except ProjectError:
                copy = _copied(project.file, folder, name)
            project.file.release()
            self._made[key] = copy
            self._used(key, _Open(open_project(copy), pinned=project.pinned))
        except ProjectError as error:
            self._tell_unsaved(key, error)
            return
        self.copied.emit(key, copy)

    def move_to_trash(self, key: object, path: Path | None, others: tuple[Path, ...]) -> None:
        """See Projects.move_to_trash."""
        self._wanted.pop(key, None)
        if (project := self._open.get(key)) is not None:
            path = project.file.path
            self._let_go(key)
        self._left.pop(key, None)
        path = path or self._made.get(key)
        for failure in move_to_trash(path, others):
            self.stayed.emit(failure)
        if path is not None and not path.exists():
            self.discarded.emit(path)

    def finish(self) -> None:
        """Try once more what could not be written, let go of everything, and end the thread."""
        self._try_again()
        self._retry = None  # a timer must end in its thread
        for key in list(self._open):
            self._let_go(key)
        QThread.currentThread().quit()

    def _opened(self, key: object, path: Path) -> tuple[_Open, str]:
        if (project := self._open.get(key)) is not None and not project.file.read_only:
            return self._used(key, project), ""
        try:
            file, why = self._reopened(key, path), ""
        except (ProjectInUse, ProjectNotWritable) as error:
            file, why = open_project(path, read_only=True), f"{error.cause}. {error.hint}"
        return self._used(key, _Open(file)), why

    def _for_writing(self, key: object, path: Path | None) -> _Open:
        if (project := self._open.get(key)) is not None:
            return self._used(key, project)
        return self._used(key, _Open(self._reopened(key, path or self._made[key])))

    def _reopened(self, key: object, path: Path) -> ProjectFile:
        """A project, for what is known of it here: another program may have changed it since it was let go of."""
        file = open_project(path)
        if key in self._left:
            file.expect(self._left.pop(key))
        return file

    def _used(self, key: object, project: _Open) -> _Open:
        self._open.pop(key, None)
        self._open[key] = project
        return project

    def _write(self, key: object, project: _Open, change: Change) -> None:
        try:
            change(project.file)
        except ProjectError as error:
            project.failed = not project.file.read_only
            self._tell_unsaved(key, error)
            return
        project.failed = False
        self.saved.emit(key, project.file.path, project.number)
        self._back_up(project)
        self._let_go_of_old_ones()

    @staticmethod
    def _back_up(project: _Open) -> None:
        if project.file.text is None:
            return  # nothing could be missed
        try:
            project.backups.back_up_if_due(project.file.image, project.file.path, datetime.now(UTC))
        except ProjectError as error:
            _log.warning("no backup was made: %s", error)

    def _let_go_of_old_ones(self) -> None:
        idle = [key for key, project in self._open.items() if not (project.pinned or project.failed)]
        for key in idle[:-OPEN_AT_ONCE]:
            self._let_go(key)

    def _let_go(self, key: object) -> None:
        project = self._open.pop(key)
        try:
            project.file.close()
        except ProjectError as error:
            self.unsaved.emit(key, error)
        self._left[key] = project.file.stamp

    def _tell_unsaved(self, key: object, error: ProjectError) -> None:
        self.unsaved.emit(key, error)
        if self._retry is None:
            self._retry = QTimer(interval=RETRY_MS)
            self._retry.timeout.connect(self._try_again)
        self._retry.start()

    def _try_again(self) -> None:
        if self._retry is not None:
            self._retry.stop()
        for key, wanted in list(self._wanted.items()):
            self.create(key, wanted)
        for key, project in list(self._open.items()):
            if project.failed:
                self._write(key, project, ProjectFile.write_snapshot)


def _copied(file: ProjectFile, folder: Path, name: str) -> Path:
    """Make another project of all that is known of this one; its path. ProjectError where that cannot be."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    copy = project_path(folder, name)
    duplicate(file, copy)
    with open_project(copy) as made:
        recording = replace(made.facts.recording, name=name_at(copy, name))
        made.set_facts(replace(made.facts, recording=recording))
    return copy
