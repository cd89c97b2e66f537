"""Who has a project open for writing: a lock beside it, which the system lets go of when its holder is killed."""

import getpass
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.project.errors import ProjectInUse, ProjectNotWritable, gone
from desktop_app.core.project.places import ENDING
from desktop_app.translation import tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PATIENCE_S = 1.0
"""Whoever looks whether a lock is free holds it for a moment."""
_SKIPPED = b"\n"
"""Windows lets nobody read the first byte of a file that is locked."""
_held: set[Path] = set()
"""The locks of this program, of which there may be a hundred in a folder: nobody has left them."""


class ProjectLock:
    """The right to write to the project at a path; nobody has it twice, also not in one program."""

    def __init__(self, path: Path) -> None:
        self._project = path
        self._path = lock_path(path)
        self._lock = _file_lock(self._path)

    def take(self) -> None:
        """ProjectInUse where another has it; ProjectGone, ProjectNotWritable where there can be no lock."""
        from filelock import Timeout

        if not self._path.parent.is_dir():  # which would be made
            raise gone(self._project)
        try:
            self._lock.acquire(timeout=_PATIENCE_S)
        except Timeout:
            raise ProjectInUse(self._project, holder_of(self._project)) from None
        except (OSError, NotImplementedError) as error:
            why = error.strerror if isinstance(error, OSError) else tr("it knows no locks")
            raise ProjectNotWritable(
                self._project,
                tr("can only be read: its folder takes no lock ({why})", why=why),
                tr("Open it for reading only, or copy it to a folder of yours"),
            ) from error
        _held.add(self._path)
        with suppress(OSError):
            self._path.write_bytes(_SKIPPED + _holder())

    def leave(self) -> None:
        """Let go of it, and of its file."""
        # Taken away first: who waits for it finds that it is gone, and makes a new one. Windows removes no open file.
        with suppress(OSError):
            self._path.unlink()
        self._lock.release()
        _held.discard(self._path)
        if os.name == "nt":
            with suppress(OSError):
                self._path.unlink()


def lock_path(project: Path) -> Path:
    """Where the lock of a project lies while it is open."""
    return project.with_name(f".{project.name}.lock")


def holder_of(project: Path) -> str | None:
    """Who has a project open, such as 'anna on studio-pc, since 14:03', None where that cannot be told."""
    try:
        with lock_path(project).open("rb") as file:
            file.seek(len(_SKIPPED))
            said = json.loads(file.read())
        since = datetime.fromisoformat(said["since"]).astimezone()
        return tr("{user} on {host}, since {time:%H:%M}", user=said["user"], host=said["host"], time=since)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_open(project: Path) -> bool:
    """Whether anybody, this program included, has a project open for writing."""
    clear_left_locks(project.parent)
    return lock_path(project).exists()


def _holder() -> bytes:
    said = {"user": _user(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat()}
    return json.dumps(said).encode()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "somebody"


def _file_lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    # Taken in one thread, left in another.
    return FileLock(path, thread_local=False)


def clear_left_locks(folder: Path) -> None:
    """Remove the locks that killed programs left in a folder."""
    from filelock import Timeout

    for left in set(folder.glob(f".*{ENDING}.lock")) - _held:
        lock = _file_lock(left)
        with suppress(OSError, Timeout):
            lock.acquire(timeout=0)
            left.unlink()
            lock.release()
