"""Dated copies of projects, outside their folders: what is left when one is deleted, damaged or wrongly changed."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.core.project.building import building, clear_unfinished
from desktop_app.core.project.failures import told
from desktop_app.core.project.image import CHANGED, ProjectImage
from desktop_app.core.project.making import copy_file, make_file
from desktop_app.core.project.places import ENDING
from desktop_app.core.project.reading import id_of
from desktop_app.core.project.rows import Row, Table
from desktop_app.core.project.thinning import kept_backups
from desktop_app.core.store.atomic import put_under_new_name, write_atomically
from desktop_app.core.store.file_names import free_path
from desktop_app.user_folders import data_folder

EVERY = timedelta(minutes=10)
_WHERE = "project.json"
_UNKNOWN = "unknown"
_TIME = "%Y-%m-%d %H.%M.%S UTC"
_NAME = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d UTC")
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. made_at: when, in UTC."""

    path: Path
    made_at: datetime


class BackupRhythm:
    """Makes the backups of one open project."""

    def __init__(self, every: timedelta = EVERY) -> None:
        self._every = every
        self._last: tuple[Row | None, datetime] | None = None

    def back_up_if_due(self, image: ProjectImage, path: Path, now: datetime) -> Path | None:
        """Make a backup if something has changed since the last one, and that is long enough ago; thin the others.

        path: where the project lies. Returns the new backup. ProjectError where it cannot be made.
        """
        changed = image.rows[Table.FACTS].get(CHANGED)
        if self._last is not None and (self._last[0] == changed or now - self._last[1] < self._every):
            return None
        self._last = changed, now
        made = back_up(image, path, now)
        thin(image.id, now)
        return made


def backups_folder(project_id: str) -> Path:
    """Where the backups of a project lie."""
    # An id comes out of a file of anybody's: it must not lead anywhere else.
    name = project_id if _ID.fullmatch(project_id) else _UNKNOWN
    return _all_backups() / name


def back_up(image: ProjectImage, path: Path, now: datetime) -> Path:
    """Make a backup of a project as it is in memory. ProjectError where it cannot be made."""
    backup = _prepared(image.id, path, now)
    make_file(image.rows, backup)
    return backup


def keep_before_migration(connection: sqlite3.Connection, path: Path, now: datetime) -> Path:
    """Make a backup of an open file of an earlier version, as it is."""
    backup = _prepared(id_of(connection) or _UNKNOWN, path, now)
    copy_file(connection, backup)
    return backup


def keep_bytes(project_id: str | None, path: Path, now: datetime) -> Path:
    """Make a backup of a file that nobody has open, byte for byte, whatever is wrong with it."""
    backup = _prepared(project_id or _UNKNOWN, path, now)
    with told(backup), building(backup.parent) as new:
        shutil.copyfile(path, new)
        put_under_new_name(new, backup)
    return backup


def list_backups(project_id: str) -> tuple[Backup, ...]:
    """The backups of a project, the newest first."""
    return tuple(sorted(_backups_in(backups_folder(project_id)), key=lambda each: each.made_at, reverse=True))


def backups_of_path(path: Path) -> tuple[Backup, ...]:
    """The backups of the project that lay at a path last, the newest first: for a file that does not tell its id."""
    found = [each for folder in folders_of_path(path) for each in _backups_in(folder)]
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


def folders_of_path(path: Path) -> list[Path]:
    """The folders with the backups of projects that lay at a path last."""
    return [each for each in _all_backups().glob("*") if each.is_dir() and path_in(each) == path]


def path_in(folder: Path) -> Path | None:
    """Where the project lay last of which a folder holds backups; None where it does not say."""
    try:
        path: object = json.loads((folder / _WHERE).read_bytes())["path"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Path(path) if isinstance(path, str) else None


def thin(project_id: str, now: datetime) -> None:
    """Remove the backups that kept_backups leaves out."""
    backups = list_backups(project_id)
    kept = kept_backups([each.made_at for each in backups], now)
    for backup in backups:
        if backup.made_at not in kept:
            with suppress(OSError):
                backup.path.unlink()


def _prepared(project_id: str, path: Path, now: datetime) -> Path:
    """A free name for a backup, in a folder that is there and says where its project lies."""
    folder = backups_folder(project_id)
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_unfinished(folder)
        write_atomically(folder / _WHERE, json.dumps({"path": str(path)}).encode())
    return free_path(folder / f"{now.astimezone(UTC).strftime(_TIME)}{ENDING}")


def _backups_in(folder: Path) -> Iterator[Backup]:
    for path in folder.glob(f"*{ENDING}"):
        if found := _NAME.match(path.name):
            with suppress(ValueError):
                yield Backup(path, datetime.strptime(found[0], _TIME).replace(tzinfo=UTC))


def _all_backups() -> Path:
    return data_folder() / "backups"
