"""The projects that are open, read and written in a thread of their own: no disk is waited for by the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, Signal

from desktop_app.core.project.places import chosen_projects_folder
from desktop_app.core.project.values import Facts
from desktop_app.jobs.project_worker import Change, ProjectWorker, WantedProject

_TOLD = (
    "created", "opened", "refused", "saved", "unsaved", "moved", "duplicated", "copied", "discarded", "stayed",
)  # fmt: skip


class Projects(QObject):
    """Makes projects, opens them and changes them, in the order in which it is asked, each under a key of the asker's.

    It lives in the window's thread; every signal is emitted there. A change that cannot be written is tried again with
    the next one, and every few seconds.
    """

    created = Signal(object, object)
    """Key, Path."""
    opened = Signal(object, object)
    """Key, OpenedProject."""
    refused = Signal(object, object)
    """Key, ProjectError: it cannot be opened."""
    saved = Signal(object, object, int)
    """Key, Path, number: all changes up to the one of this number are on the disk."""
    unsaved = Signal(object, object)
    """Key, ProjectError: a change is not on the disk. `saved` follows when it is."""
    moved = Signal(object, object)
    """Key, Path: it lies there now."""
    duplicated = Signal(object)
    """Path: of a project that is a copy of another."""
    copied = Signal(object, object)
    """Key, Path: it goes on there."""
    discarded = Signal(object)
    """Path: a project was there that is in the bin now."""
    stayed = Signal(object)
    """Failed: what was to go to the bin, and did not."""
    _asked = Signal(object)

    def __init__(self, folder: Callable[[], Path] = chosen_projects_folder, parent: QObject | None = None) -> None:
        """folder: where new projects are made."""
        super().__init__(parent)
        self._folder = folder
        self._is_over = False
        self._newest_text: dict[object, int] = {}  # read in the other thread
        self._thread = QThread()
        self._thread.setObjectName("diarist-projects")
        self._worker = ProjectWorker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.do, Qt.ConnectionType.QueuedConnection)
        for name in _TOLD:
            getattr(self._worker, name).connect(getattr(self, name), Qt.ConnectionType.QueuedConnection)

    def create(self, key: object, name: str, facts: Callable[[Path], Facts]) -> None:
        """Make a project under a free name; `created` or `unsaved` follows. facts: for the path that it gets; called in
        the thread."""
        self._ask(lambda worker: worker.create(key, WantedProject(self._folder, name, facts)))

    def open(self, key: object, path: Path) -> None:
        """Open a project and keep it open; `opened` or `refused` follows."""
        self._ask(lambda worker: worker.open(key, path))

    def change(self, key: object, path: Path | None, change: Change, number: int) -> None:
        """Change a project, opened for it where it is not open; `saved` or `unsaved` follows. path: None for one that
        was created here, whose path may not be known yet. number: of the asker's, which `saved` tells."""
        self._ask(lambda worker: worker.change(key, path, change, number))

    def change_text(self, key: object, path: Path | None, change: Change, number: int) -> None:
        """As `change`, with all of the text: where the next one waits already, it says this one's, too, and this one is
        left out. So typing never waits for a slow disk."""
        self._newest_text[key] = number

        def work(worker: "ProjectWorker") -> None:
            if self._newest_text.get(key) == number:
                worker.change(key, path, change, number)

        self._ask(work)

    def close(self, key: object) -> None:
        """Nobody looks at the project any more."""
        self._ask(lambda worker: worker.close(key))

    def rename(self, key: object, path: Path | None, name: str) -> None:
        """Call a project's file as its recording is called; `moved` or `unsaved` follows. path: as for `change`."""
        self._ask(lambda worker: worker.rename(key, path, name))

    def duplicate(self, key: object, path: Path, name: str) -> None:
        """Make another project of the same beside it; `duplicated` or `unsaved` follows."""
        self._ask(lambda worker: worker.duplicate(key, path, name))

    def save_as(self, key: object, path: Path, target: Path) -> None:
        """Go on with a project in another file, in the place of whatever is there; the old one stays as it is. `moved`
        or `unsaved` follows."""
        self._ask(lambda worker: worker.save_as(key, path, target))

    def keep_copy(self, key: object, name: str) -> None:
        """Go on with another file, which holds all that is known of an open project, its unwritten changes too: beside
        the old one, or where new projects are made. `copied` or `unsaved` follows."""
        self._ask(lambda worker: worker.keep_copy(key, name, self._folder()))

    def move_to_trash(self, key: object, path: Path | None, others: tuple[Path, ...] = ()) -> None:
        """Put a project, its backups, and other files and folders with it, into the system's bin; `discarded`, and
        `stayed` for what cannot be moved. path: as for `change`."""
        self._ask(lambda worker: worker.move_to_trash(key, path, others))

    def shutdown(self) -> None:
        """Do what was asked for, let go of every project, and end the thread; what is asked after that is not done."""
        if self._thread.isRunning():
            self._ask(ProjectWorker.finish)
            self._thread.wait()
        self._is_over = True

    def _ask(self, work: "Callable[[ProjectWorker], None]") -> None:
        if self._is_over:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._asked.emit(work)
