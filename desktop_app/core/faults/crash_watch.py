"""Each process keeps a file open that a crash inside native code can still write its calls into.

The file lies in a folder of its own and goes when the process ends as it should; what is left of a process that is
gone becomes a report (crash_reports), or nothing where it was merely ended. A lock tells which processes are gone.
"""

import atexit
import faulthandler
import platform
import secrets
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from desktop_app import __version__
from desktop_app.user_folders import log_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

ENDING = ".watch"


class _Watch:
    """This process's. facts: what a report says of it, by its name."""

    process = ""
    facts: dict[str, str] = {}  # noqa: RUF012  of the process, as is the class
    file: IO[str] | None = None
    path: Path | None = None
    lock: "BaseFileLock | None" = None


def watched_folder() -> Path:
    """Where the files of the processes lie that run now, and of those that crashed since somebody looked."""
    return log_folder() / "running"


def begin_watch(process: str) -> None:
    """Have a crash of this process leave its calls on the disk; where that cannot be, it leaves none.

    process: what it is called in the report.
    """
    end_watch()
    _Watch.process = process
    with suppress(OSError):
        folder = watched_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{process}-{secrets.token_hex(4)}{ENDING}"
        _Watch.lock = lock_of(path)
        _Watch.lock.acquire(timeout=0)
        _Watch.file = path.open("x", encoding="utf-8")
        _Watch.path = path
        _Watch.file.write(head())
        _Watch.file.flush()
        faulthandler.enable(_Watch.file)
        atexit.register(end_watch)


def end_watch() -> None:
    """This process ends as it should: nothing is left of it."""
    if _Watch.file is None or _Watch.path is None:
        return
    faulthandler.disable()
    file, path, lock = _Watch.file, _Watch.path, _Watch.lock
    _Watch.file = _Watch.path = _Watch.lock = None
    file.close()
    remove(path)
    if lock is not None:
        lock.release()
        lock_path(path).unlink(missing_ok=True)
    atexit.unregister(end_watch)


def note(fact: str, words: str) -> None:
    """Have a report say this, too, such as which engines are used. words: the program's own, in one line."""
    _Watch.facts[fact] = words
    if _Watch.file is not None:
        with suppress(OSError):
            _Watch.file.write(f"{fact}: {words}\n")
            _Watch.file.flush()


def head() -> str:
    """The beginning of a report of this process: what ran, where, and when."""
    known = {
        "Diarist": __version__,
        "process": _Watch.process,
        "time": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "system": system_in_words(),
        "packaged": "yes" if getattr(sys, "frozen", False) else "no",
        **_Watch.facts,
    }
    return "".join(f"{name}: {words}\n" for name, words in known.items())


def system_in_words() -> str:
    """What the program runs on. It starts no other program to find out, as `platform.platform` does."""
    return f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}"


def this_process() -> str:
    """What this process is called; '' while it is not watched."""
    return _Watch.process


def lock_path(watched: Path) -> Path:
    """Where the lock of a process's file lies."""
    return watched.with_suffix(".lock")


def lock_of(watched: Path) -> "BaseFileLock":
    """Held for as long as the process lives, however it ends."""
    from filelock import FileLock

    return FileLock(lock_path(watched), thread_local=False)


def remove(path: Path) -> None:
    """Take a file away, if the system lets go of it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
