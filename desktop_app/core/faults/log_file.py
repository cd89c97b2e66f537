"""The log: one small file that all processes of this program write to, a line for whatever did not go as it should.

It holds what `plain_words` lets through, and only what this program's own code says: other libraries write into their
messages what they please.
"""

import logging
import time
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.faults.plain_words import fault_in_plain_words, in_plain_words
from desktop_app.user_folders import log_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

ROOM_BYTES = 500_000
"""Of one file; there are two: the log, and the one before."""
_OWN = "desktop_app"
_WAIT_S = 1.0


def log_file() -> Path:
    """Where the log lies; it need not exist."""
    return log_folder() / "diarist.log"


def begin_log(process: str) -> None:
    """Write what this program says to the log from now on, and go on saying warnings on standard error.

    process: what this process is called in it. Where the log cannot be written, there is none.
    """
    own = logging.getLogger(_OWN)
    if any(isinstance(handler, SharedLog) for handler in own.handlers):
        return
    own.setLevel(logging.INFO)
    own.addHandler(SharedLog(log_file(), process))
    if logging.lastResort is not None:  # it speaks no more by itself once there is a log
        own.addHandler(logging.lastResort)


class SharedLog(RotatingFileHandler):
    """Has the file open only while it writes a line, so that any process may put it aside once it is full."""

    def __init__(self, path: Path, process: str, *, room_bytes: int = ROOM_BYTES) -> None:
        super().__init__(path, maxBytes=room_bytes, backupCount=1, encoding="utf-8", delay=True)
        self._path = path
        self._turn: BaseFileLock | None = None
        self.setLevel(logging.INFO)
        self.setFormatter(PlainFormatter(process))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; what cannot be written is lost, for the work is more than its log."""
        with suppress(OSError):  # filelock's Timeout is one
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._lock_of_all():
                super().emit(record)
                self._let_go()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the standard library's name
        """Nothing: see emit."""

    def _let_go(self) -> None:
        if self.stream is not None:
            self.stream.close()
            self.stream = None  # opened again at the next line

    def _lock_of_all(self) -> "BaseFileLock":
        if self._turn is None:
            from filelock import FileLock

            self._turn = FileLock(self._path.with_name(f".{self._path.name}.lock"), timeout=_WAIT_S)
        return self._turn


class PlainFormatter(logging.Formatter):
    """'2026-11-30 14:03:22Z diarist-engine WARNING desktop_app.core.capture, line 8: ...', with nothing of a person's
    in it."""

    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = process

    def format(self, record: logging.LogRecord) -> str:
        """The line, and after it the calls that led to an error."""
        when = time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime(record.created))
        line = f"{when} {self._process} {record.levelname} {record.name}, line {record.lineno}: {_message(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{fault_in_plain_words(error, error.__traceback__)}"


def _message(record: logging.LogRecord) -> str:
    """The words that stand in the code, with its arguments as they may be written."""
    if not isinstance(record.msg, str):
        return str(in_plain_words(record.msg))
    if not isinstance(record.args, tuple) or not record.args:
        return record.msg
    with suppress(TypeError, ValueError):  # a number was meant, and it is no number
        return record.msg % tuple(in_plain_words(each) for each in record.args)
    return record.msg
