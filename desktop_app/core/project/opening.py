"""Projects made and opened."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.project.backups import keep_before_migration
from desktop_app.core.project.building import clear_unfinished
from desktop_app.core.project.database import allow_writing, connect
from desktop_app.core.project.failures import gone, told
from desktop_app.core.project.image import ProjectImage
from desktop_app.core.project.lock import ProjectLock, clear_left_locks
from desktop_app.core.project.making import write_new
from desktop_app.core.project.migrations import MIGRATIONS, Migration, migrate, newest_version, version_of
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.reading import ReadProject, read_project, require_readable
from desktop_app.core.project.values import Facts


def create_project(path: Path, facts: Facts) -> ProjectFile:
    """Make a project for a recording, and open it. ProjectNameTaken where a file of that name is there; ProjectError
    where it cannot be made."""
    return create_of(path, ProjectImage.new(facts))


def create_of(path: Path, image: ProjectImage) -> ProjectFile:
    """Make a file of a project that is in memory, and open it; errors as create_project."""
    path = Path(os.path.realpath(path))
    _clear(path.parent)
    lock = ProjectLock(path)
    lock.take()
    try:
        write_new(image, path)
        return _attached(ProjectFile(path, image, lock=lock))
    except BaseException:
        lock.leave()
        raise


def open_project(path: Path, *, read_only: bool = False, migrations: Sequence[Migration] = MIGRATIONS) -> ProjectFile:
    """Open a project.

    read_only: see the newest state that is whole, whoever has the project open. A damaged project comes with what can
    be read of it, and its losses; nothing is written to it.
    Raises ProjectGone, NotAProject, ProjectTooNew, ProjectInUse, ProjectNotWritable, and ProjectDamaged where nothing
    of its text can be read.
    """
    path = Path(os.path.realpath(path))
    if not path.is_file():
        raise gone(path)
    if read_only:
        return _for_reading(path, migrations)
    _clear(path.parent)
    lock = ProjectLock(path)
    lock.take()
    try:
        return _for_writing(path, lock, migrations)
    except BaseException:
        lock.leave()
        raise


def _for_writing(path: Path, lock: ProjectLock, migrations: Sequence[Migration]) -> ProjectFile:
    with told(path):
        connection = connect(path)
        try:
            require_readable(connection, path, migrations)
            allow_writing(connection)
            if version_of(connection) < newest_version(migrations):
                keep_before_migration(connection, path, datetime.now(UTC))
                migrate(connection, migrations)
            read = read_project(connection, path)
        except BaseException:
            connection.close()
            raise
    project = _project(path, read, lock)
    if read.losses:
        connection.close()
    else:
        project.attach(connection)
    return project


def _for_reading(path: Path, migrations: Sequence[Migration]) -> ProjectFile:
    with told(path), closing(connect(path)) as connection:
        require_readable(connection, path, migrations)
        if version_of(connection) == newest_version(migrations):
            return _project(path, read_project(connection, path), None)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            connection.backup(copy)
            migrate(copy, migrations)
            return _project(path, read_project(copy, path), None)


def _project(path: Path, read: ReadProject, lock: ProjectLock | None) -> ProjectFile:
    return ProjectFile(path, read.image, lock=lock, losses=read.losses)


def _attached(project: ProjectFile) -> ProjectFile:
    with told(project.path):
        connection = connect(project.path)
        allow_writing(connection)
    project.attach(connection)
    return project


def _clear(folder: Path) -> None:
    clear_unfinished(folder)
    clear_left_locks(folder)
