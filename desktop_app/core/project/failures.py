"""What SQLite and the system refuse, as errors of projects that say what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.project.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectGone,
    ProjectInUse,
    ProjectNotWritable,
)
from desktop_app.core.project.lock import holder_of

_ELSEWHERE = "Save your work in another folder"
_REPAIR = "Choose another file; if it was a project, `diarist repair` looks for a backup of it"
_SYSTEM = {
    errno.ENOSPC: ("does not fit on the disk, which is full", "Make room, or save your work on another disk"),
    errno.EDQUOT: ("does not fit into your share of the disk", "Make room, or save your work on another disk"),
    errno.EACCES: ("cannot be written: there is no permission", _ELSEWHERE),
    errno.EPERM: ("cannot be written: there is no permission", _ELSEWHERE),
    errno.EROFS: ("cannot be written: the disk is read-only", _ELSEWHERE),
    errno.ENAMETOOLONG: ("cannot be written: its name is too long", "Choose a shorter name"),
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What goes wrong inside with the project at this path comes out as a ProjectError."""
    try:
        yield
    except sqlite3.Error as error:
        raise of_sqlite(path, error) from error
    except OSError as error:
        raise of_system(path, error) from error


def of_sqlite(path: Path, error: sqlite3.Error) -> ProjectError:
    """The error that says what SQLite could not do."""
    match getattr(error, "sqlite_errorname", "").split("_")[1:]:
        case ["FULL", *_]:
            return ProjectNotWritable(path, *_SYSTEM[errno.ENOSPC])
        case ["BUSY" | "LOCKED" | "PROTOCOL", *_]:
            return ProjectInUse(path, holder_of(path))
        case ["NOTADB" | "FORMAT", *_]:
            return NotAProject(path, "is not a Diarist project, or its beginning is damaged", _REPAIR)
        case ["CORRUPT", *_]:
            return ProjectDamaged(path, ())
        case _ if not path.exists():
            return gone(path)
        case ["READONLY" | "PERM" | "AUTH" | "CANTOPEN", *_]:
            return ProjectNotWritable(path, "cannot be written: the file or its folder is read-only", _ELSEWHERE)
        case _:
            return ProjectNotWritable(path, f"cannot be read or written ({error})", _ELSEWHERE)


def of_system(path: Path, error: OSError) -> ProjectError:
    """The error that says what the system could not do."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return gone(path)
    cause, hint = _SYSTEM.get(error.errno or 0, (f"cannot be read or written ({error.strerror})", _ELSEWHERE))
    return ProjectNotWritable(path, cause, hint)


def gone(path: Path) -> ProjectGone:
    """The file is not at its path."""
    if not path.parent.is_dir():
        return ProjectGone(path, "cannot be reached: its folder is not there", "Connect its disk, or look elsewhere")
    return ProjectGone(path, "is not there", "It was moved, renamed or deleted")
