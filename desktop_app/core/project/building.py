"""Files that are made beside their place, in a hidden folder of their own, which no crash leaves for long."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from desktop_app.core.store.temporary_files import temporary
from desktop_app.translation import tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PREFIX, _SUFFIX = ".diarist-", ".part"
_LOCK, _NEW = "lock", "new"
_OURS = {_LOCK, _NEW, f"{_NEW}-journal"}
_TRIES = 10


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A path for a file that is to get a name in this folder; whatever still has it at the end is gone. OSError."""
    own, lock = _own_place(folder)
    with temporary(own):
        try:
            yield own / _NEW
        finally:
            lock.release()


def clear_unfinished(folder: Path) -> None:
    """Remove what killed programs had begun to make in a folder; what others are making stays."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if {each.name for each in left.iterdir()} <= _OURS:
                _remove_if_nobodys(left)


def _own_place(folder: Path) -> tuple[Path, "BaseFileLock"]:
    """A new folder, with its lock taken. Another may take it for one that was left before it is locked."""
    for _ in range(_TRIES):
        own = Path(mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder))
        lock = _lock(own)
        with suppress(OSError):
            lock.acquire(timeout=0)
            if (own / _LOCK).exists():
                return own, lock
            lock.release()
    raise OSError(tr("what is begun in {folder} is removed again and again", folder=folder))


def _remove_if_nobodys(left: Path) -> None:
    from filelock import Timeout

    lock = _lock(left)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return
    try:
        shutil.rmtree(left)
    finally:
        lock.release()


def _lock(own: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(own / _LOCK, thread_local=False)
