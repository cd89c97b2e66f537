"""Where prepared models lie: a folder for each, with its files and the record that says what they must be.

A folder appears under its name when it is whole. Whatever does not match its record counts as not there.
"""

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import time

from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.forms.prepared_model import Circumstances, Record, read_record, record_text
from desktop_app.core.models.model_spec import FileSpec
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.temporary_files import temporary
from desktop_app.user_folders import data_folder

_RECORD = "record.json"
_PART = ".part"
_UNFINISHED = ".unfinished"
_LOCK = "lock"
_LOOK_AGAIN_S = 0.2
_NEW_S = 10.0
"""A folder that is so new may not be locked yet by who made it."""


def models_folder() -> Path:
    """The folder of all prepared models."""
    return data_folder() / "models"


def find_prepared(folder: Path, expected: Circumstances) -> Record | None:
    """The record of the prepared model in this folder, if it holds here and each of its files is whole, else None."""
    try:
        record = read_record((folder / _RECORD).read_text(encoding="utf-8"))
        holds = record.circumstances == expected and all(describe(folder / file.name) == file for file in record.files)
    except (OSError, ValueError):
        return None
    return record if holds else None


def describe(path: Path) -> FileSpec:
    """The file's name, size and hash; OSError if it cannot be read."""
    return FileSpec(path.name, path.stat().st_size, sha256_of(path))


@contextlib.contextmanager
def workplace(models: Path) -> Iterator[Path]:
    """A new folder among the prepared models, gone afterwards; OSError if there cannot be one."""
    from filelock import FileLock

    models.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(models)
    with temporary(models / f".{secrets.token_hex(8)}{_PART}") as folder:
        folder.mkdir()
        with FileLock(folder / _LOCK):
            yield folder
    _clear_abandoned(models)


@contextlib.contextmanager
def lasting_workplace(models: Path, name: str, while_waiting: Callable[[], None]) -> Iterator[Path]:
    """The folder in which the form of the model of this name is made, by one process after the other.

    It stays, to be gone on with, where the making is cut short by a kill or an exception; it goes when it is done, and
    where the disk fails or is full. while_waiting: called again and again while another process has it; what it raises
    ends the waiting. OSError if there cannot be one.
    """
    from filelock import FileLock, Timeout

    models.mkdir(parents=True, exist_ok=True)
    lock = FileLock(models / f".{name}.{_LOCK}")
    while not lock.is_locked:
        with contextlib.suppress(Timeout):
            lock.acquire(timeout=_LOOK_AGAIN_S)
            break
        while_waiting()
    folder = models / f".{name}{_UNFINISHED}"
    try:
        folder.mkdir(exist_ok=True)
        yield folder
        shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        lock.release()


def remove_prepared(models: Path, name: str) -> None:
    """Remove the prepared form of the model of this name, and what of it was made in part; OSError if it stays."""
    for folder in (models / name, models / f".{name}{_UNFINISHED}"):
        if folder.exists():
            shutil.rmtree(folder)


def keep_prepared(made: Path, name: str, record: Record, models: Path) -> Path:
    """Put the folder `made`, in a workplace, where the prepared form of the model of this name belongs, with its
    record; where that is.

    What was there before goes. OSError if it cannot be done, with nothing half done under the model's name.
    """
    made.mkdir(exist_ok=True)
    write_atomically(made / _RECORD, record_text(record).encode())
    place = models / name
    if place.exists():
        place.replace(made.parent / f"old-{name}")
    made.replace(place)
    return place


def _clear_abandoned(models: Path) -> None:
    """Remove what was left by a process that was killed: nobody holds it."""
    from filelock import FileLock, Timeout

    for folder in models.glob(f".*{_PART}"):
        with contextlib.suppress(OSError, Timeout):
            if time() - folder.stat().st_mtime > _NEW_S:
                with FileLock(folder / _LOCK, timeout=0):
                    pass
                shutil.rmtree(folder, ignore_errors=True)
