"""Who has a recording in hand: a live recorder, somebody who makes it good, or nobody."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.capture.errors import FolderTaken
from desktop_app.translation import tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NAME = ".recording.lock"
_PATIENCE_S = 1.0
"""Whoever looks whether a lock is free holds it for a moment."""


class RecordingLock:
    """A folder's lock. The system lets go of it when its holder is killed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._lock = _file_lock(self._path)

    def take(self) -> None:
        """FolderTaken where another has it; OSError where there can be none."""
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=_PATIENCE_S)
        except Timeout:
            raise FolderTaken(
                tr("'{name}' is just being recorded", name=self._path.parent.name), tr("Wait until it is finished.")
            ) from None

    def leave(self) -> None:
        """Let go of it, and of its file."""
        self._lock.release()
        with suppress(OSError):
            self._path.unlink()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have a recording in hand. FolderTaken where another has; OSError where the folder cannot be written."""
    lock = RecordingLock(folder)
    lock.take()
    try:
        yield
    finally:
        lock.leave()


def is_in_hand(folder: Path) -> bool:
    """Whether anybody, this process included, has it now."""
    from filelock import Timeout

    lock = _file_lock(folder / _NAME)
    if not (folder / _NAME).exists():
        return False
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def _file_lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    # Taken in one thread, left in another.
    return FileLock(path, thread_local=False)
