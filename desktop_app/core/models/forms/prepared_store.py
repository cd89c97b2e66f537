"""Where prepared models lie: a folder for each, with its files and the record that says what they must be.

A folder appears under its name when it is whole. Whatever does not match its record counts as not there.
"""

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import time

from platformdirs import user_data_path

from desktop_app.core.models.forms.prepared_model import Circumstances, Record, read_record, record_text
from desktop_app.core.models.manifest import FileSpec, ModelSpec
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.temporary_files import temporary

_RECORD = "record.json"
_PART = ".part"
_LOCK = "lock"
_NEW_S = 10.0
"""A folder that is so new may not be locked yet by who made it."""


def models_folder() -> Path:
    """The folder of all prepared models."""
    return user_data_path("diarist") / "models"


def find_prepared(folder: Path, expected: Circumstances) -> Record | None:
    """The record of the prepared model in this folder, if it holds here and each of its files is whole, else None."""
    try:
        record = read_record((folder / _RECORD).read_text(encoding="utf-8"))
        whole = all(describe(folder / file.name) == file for file in record.files)
    except (OSError, ValueError):
        return None
    return record if whole and record.circumstances == expected else None


def describe(path: Path) -> FileSpec:
    """The file's name, size and hash; OSError if it cannot be read."""
    data = path.read_bytes()
    return FileSpec(path.name, len(data), hashlib.sha256(data).hexdigest())


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


def keep_prepared(made: Path, spec: ModelSpec, record: Record, models: Path) -> Path:
    """Put the folder `made`, in a workplace, where the model's prepared form belongs, with its record; where that is.

    What was there before goes. OSError if it cannot be done, with nothing half done under the model's name.
    """
    made.mkdir(exist_ok=True)
    write_atomically(made / _RECORD, record_text(record).encode())
    place = models / spec.name
    if place.exists():
        place.replace(made.parent / f"old-{spec.name}")
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
