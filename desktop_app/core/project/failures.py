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
    ProjectInUse,
    ProjectNotWritable,
    gone,
)
from desktop_app.core.project.lock import holder_of
from desktop_app.translation import tr


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
            return ProjectNotWritable(path, *_full_disk())
        case ["BUSY" | "LOCKED" | "PROTOCOL", *_]:
            return ProjectInUse(path, holder_of(path))
        case ["NOTADB" | "FORMAT", *_]:
            repair = tr("Choose another file; if it was a project, `diarist repair` looks for a backup of it")
            return NotAProject(path, tr("is not a Diarist project, or its beginning is damaged"), repair)
        case ["CORRUPT", *_]:
            return ProjectDamaged(path, ())
        case _ if not path.exists():
            return gone(path)
        case ["READONLY" | "PERM" | "AUTH" | "CANTOPEN", *_]:
            read_only = tr("cannot be written: the file or its folder is read-only")
            return ProjectNotWritable(path, read_only, _elsewhere())
        case _:
            return ProjectNotWritable(path, _not_to_be_had(error), _elsewhere())


def of_system(path: Path, error: OSError) -> ProjectError:
    """The error that says what the system could not do."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return gone(path)
    return ProjectNotWritable(path, *_told_by_system(error))


def _told_by_system(error: OSError) -> tuple[str, str]:
    """What the system refuses, and what to do."""
    match error.errno:
        case errno.ENOSPC:
            return _full_disk()
        case errno.EDQUOT:
            return tr("does not fit into your share of the disk"), _make_room()
        case errno.EACCES | errno.EPERM:
            return tr("cannot be written: there is no permission"), _elsewhere()
        case errno.EROFS:
            return tr("cannot be written: the disk is read-only"), _elsewhere()
        case errno.ENAMETOOLONG:
            return tr("cannot be written: its name is too long"), tr("Choose a shorter name")
    return _not_to_be_had(error.strerror), _elsewhere()


def _full_disk() -> tuple[str, str]:
    return tr("does not fit on the disk, which is full"), _make_room()


def _not_to_be_had(error: object) -> str:
    return tr("cannot be read or written ({error})", error=error)


def _make_room() -> str:
    return tr("Make room, or save your work on another disk")


def _elsewhere() -> str:
    return tr("Save your work in another folder")
