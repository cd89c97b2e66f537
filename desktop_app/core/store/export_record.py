"""What Diarist has written to the user's folders: of each file the SHA-256 of its bytes, and what it was made of.

A file is ours if its bytes are exactly those that were written: one that its user has changed is the user's. No name
and no text is in the record.
"""

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.user_folders import state_folder

_VERSION = 1
_WAIT_S = 10.0
_QUESTION = "SELECT recording, options, edits, complete FROM written WHERE sha256 = ?"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS written (
    sha256 TEXT NOT NULL, recording TEXT NOT NULL, options TEXT NOT NULL, edits TEXT NOT NULL,
    complete INTEGER NOT NULL,
    PRIMARY KEY (sha256, recording, options, edits, complete)
) WITHOUT ROWID
"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Origin:
    """What an export was made of.

    recording: the SHA-256 of its bytes, None where it is not known. options: all that was asked for, '' where that is
    not known. edits: what a person changed in it, each as a digest. complete: the work on it was not interrupted.
    """

    recording: str | None
    options: str = ""
    edits: frozenset[str] = frozenset()
    complete: bool = True

    def may_replace(self, other: "Origin") -> bool:
        """Whether an export of this origin has all that one of the other has."""
        same = self.recording is not None and self.recording == other.recording
        return same and self.edits >= other.edits and self.complete >= other.complete


def record_file() -> Path:
    """Where the record lies; deleting it makes every export of the past a file of others'."""
    return state_folder() / "exports.sqlite3"


def note_written(contents: Iterable[bytes], origin: Origin) -> None:
    """Note that files of these contents are written; before they are, so that no file of ours is without.

    Where that cannot be, the log says so: a later run takes them for files of others' then, and replaces nothing.
    """
    if origin.recording is None:
        return
    made_of = (origin.recording, origin.options, " ".join(sorted(origin.edits)), origin.complete)
    rows = [(_sha256(data), *made_of) for data in contents]
    try:
        with _opened() as record, record:
            record.executemany("INSERT OR IGNORE INTO written VALUES (?, ?, ?, ?, ?)", rows)
    except (OSError, sqlite3.Error) as error:
        _log.warning("the record of exports in %s cannot be written (%s)", record_file(), error)


def origins_of(path: Path) -> tuple[Origin, ...]:
    """What a file may have been made of if Diarist wrote exactly this file; none if it did not, or that is not known.

    OSError if it cannot be read.
    """
    digest = _sha256(path.read_bytes())
    if not record_file().exists():
        return ()
    try:
        with _opened() as record:
            return tuple(
                Origin(recording, options, frozenset(edits.split()), bool(complete))
                for recording, options, edits, complete in record.execute(_QUESTION, (digest,))
            )
    except (OSError, sqlite3.Error) as error:
        _log.warning("the record of exports in %s cannot be read (%s)", record_file(), error)
        return ()


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    """The record, for as long as nobody else writes it. OSError or sqlite3.Error, also if a newer Diarist wrote it."""
    file = record_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=_WAIT_S)) as record:
        (version,) = record.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise sqlite3.DatabaseError("it was written by a newer Diarist")
        if version < _VERSION:
            with record:
                record.execute(_SCHEMA)
                record.execute(f"PRAGMA user_version = {_VERSION}")
        yield record


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
