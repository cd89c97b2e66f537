"""Project files made anew, of what is in memory: beside their place first, so that none ever has its name half made."""

import secrets
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.core.project.building import building
from desktop_app.core.project.database import connect, journal_of, laid_out
from desktop_app.core.project.errors import ProjectNameTaken
from desktop_app.core.project.failures import told
from desktop_app.core.project.image import ProjectImage
from desktop_app.core.project.migrations import newest_version
from desktop_app.core.project.rows import Rows
from desktop_app.core.store.atomic import put_in_place, put_under_new_name, write_durably


def write_new(image: ProjectImage, path: Path, *, replace: bool = False) -> None:
    """Make a file of the whole image, as its newest change; see make_file."""
    image.stamp(datetime.now(UTC), new_stamp())
    make_file(image.rows, path, replace=replace)
    image.unsaved.clear()


def contents_of(image: ProjectImage) -> bytes:
    """What is in a file of the whole image, as its newest change."""
    image.stamp(datetime.now(UTC), new_stamp())
    return laid_out(image.rows, newest_version())


def make_file(rows: Rows, path: Path, *, replace: bool = False) -> None:
    """Make a project file of these rows, checked and on the disk before it gets its name.

    replace: in the place of a file that is there; whoever asks has its lock. Raises ProjectNameTaken otherwise,
    ProjectNotWritable, ProjectGone; then there is no file more than before, and none is changed.
    """
    with told(path), building(path.parent) as new:
        write_durably(new, laid_out(rows, newest_version()))
        if replace and path.exists():
            _drop_journal(path)
            put_in_place(new, path)
        else:
            _name(new, path)


def copy_file(connection: sqlite3.Connection, path: Path) -> None:
    """Copy an open file of whatever version, as it is; errors as make_file."""
    with told(path), building(path.parent) as new:
        with closing(sqlite3.connect(new)) as target:
            connection.backup(target)
        _name(new, path)


def new_stamp() -> str:
    """What one change is told by."""
    return secrets.token_hex(8)


def _name(new: Path, path: Path) -> None:
    if not path.exists():
        journal_of(path).unlink(missing_ok=True)
    try:
        put_under_new_name(new, path)
    except FileExistsError:
        raise ProjectNameTaken(path) from None


def _drop_journal(path: Path) -> None:
    """Of a file that is to be replaced: what it says to undo would be undone in the new one."""
    with suppress(sqlite3.Error), closing(connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    journal_of(path).unlink(missing_ok=True)
