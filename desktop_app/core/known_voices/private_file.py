"""A file for one user's eyes: written whole or not at all, and gone without a trace where the disk allows it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.store.atomic import put_in_place, staged

_OWNER_ONLY, _OWNER_ONLY_FOLDER = 0o600, 0o700


def write_privately(path: Path, data: bytes) -> None:
    """Write the bytes to the file, in a folder that is its own; both are readable to this user alone, from the first.

    What was there is overwritten. OSError, with what was there untouched.
    """
    make_private_folder(path.parent)
    with staged(path.parent, data) as new, _old_bytes(path) as old:
        new.chmod(_OWNER_ONLY)
        put_in_place(new, path)
        if old is not None:
            _overwrite(old)


def make_private_folder(folder: Path) -> None:
    """Make the folder, and let nobody else look into it. OSError."""
    folder.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    folder.chmod(_OWNER_ONLY_FOLDER)


def remove_for_good(path: Path) -> None:
    """Overwrite the file and remove it, if it is there. OSError."""
    with contextlib.suppress(FileNotFoundError):
        if path.is_file() and not path.is_symlink():
            with path.open("r+b") as file:
                _overwrite(file)
        path.unlink()


@contextlib.contextmanager
def _old_bytes(path: Path) -> Iterator[BinaryIO | None]:
    """The file, open, to be overwritten once it has no name; None where there is none, or Windows lets it have none."""
    if os.name != "posix" or not path.is_file():
        yield None
        return
    path.chmod(_OWNER_ONLY)  # which the new file gets
    with path.open("r+b") as file:
        yield file


def _overwrite(file: BinaryIO) -> None:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    file.write(bytes(size))
    file.flush()
    os.fsync(file.fileno())
