"""The index's file: opened, and made anew where it is no good."""

import logging
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from desktop_app.core.library.errors import BrokenIndex
from desktop_app.core.library.turn_search import FullTextSearch, PatternSearch, TurnSearch, best_search
from desktop_app.user_folders import cache_folder

_VERSION = 1
_WAIT_S = 2.0
"""How long another process's transaction is waited for; none takes longer than one project's words."""
_LOOK_S = 0.005
_SCHEMA = """
CREATE TABLE recordings (
    key INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, id BLOB, signature TEXT NOT NULL, facts TEXT,
    names TEXT NOT NULL, problem TEXT, sound BLOB, sha256 BLOB
);
CREATE INDEX recordings_by_sound ON recordings (sound);
CREATE INDEX recordings_by_sha256 ON recordings (sha256);
CREATE TABLE texts (key INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE made_by (form TEXT NOT NULL);
"""
_BROKEN = {
    sqlite3.SQLITE_ERROR,  # a table that is not there, or that this SQLite does not know
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_SCHEMA,
}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PRIMARY_CODE = 0xFF
_OTHER_VERSION = "another version made it"
_log = logging.getLogger(__name__)


def index_path() -> Path:
    """Where the index lies; deleting it costs nothing but the time to read all projects again."""
    return cache_folder() / "library.sqlite"


def open_index(path: Path, search: TurnSearch | None = None) -> tuple[sqlite3.Connection, TurnSearch, bool]:
    """The index, how it is searched, and whether it is new, that is, empty.

    One that is damaged, of another version, or made for another way to search is made anew; where none can be made, it
    is in memory, for as long as it is open. search: how to; the best that this SQLite has if None. sqlite3.Error or
    TimeoutError where another process has it for too long.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _opened(path, search)
    except TimeoutError:
        raise
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError) and code_of(error) in _BUSY:
            raise
        _log.warning("the library's index in %s cannot be made (%s): it is kept in memory", path, error)
        return _laid_out(_connected(":memory:"), search)


def open_read_only(path: Path) -> tuple[sqlite3.Connection, TurnSearch]:
    """An index that nobody changes while it is open, wherever it lies, and how it is searched. Nothing is written.

    sqlite3.Error where it is none, or of another version.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (form,) = connection.execute("SELECT form FROM made_by").fetchone() or ("",)
        ways = {way.name: way for way in (FullTextSearch(), PatternSearch())}
        search = ways.get(str(form).partition(",")[0])
        if version != _VERSION or search is None:
            raise BrokenIndex(_OTHER_VERSION)
    except BaseException:
        connection.close()
        raise
    return connection, search


def begin_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Begin a change of the index that lies there. sqlite3.Error or TimeoutError where others have it for too long."""
    (_, _, file) = connection.execute("PRAGMA database_list").fetchone()
    with _turn_to_write(path) if file else nullcontext():
        connection.execute("BEGIN IMMEDIATE")


def is_broken(error: sqlite3.Error) -> bool:
    """Whether it means that the index is no good, not that it cannot be had just now."""
    return isinstance(error, BrokenIndex) or code_of(error) in _BROKEN


def code_of(error: sqlite3.Error) -> int:
    """SQLite's own number for what went wrong, 0 where it has none."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE


def discard(path: Path) -> None:
    """Take the index away, with what belongs to it. OSError where the system does not let go of it."""
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        each.unlink(missing_ok=True)


def _opened(path: Path, search: TurnSearch | None) -> tuple[sqlite3.Connection, TurnSearch, bool]:
    # Two processes that find it broken must not take away each other's new one.
    with _turn_to_write(path):
        try:
            return _laid_out(_connected(path), search)
        except sqlite3.Error as error:
            if not is_broken(error):
                raise
            _log.warning("the library's index in %s is made anew (%s)", path, error)
        discard(path)
        return _laid_out(_connected(path), search)


@contextmanager
def _turn_to_write(path: Path) -> Iterator[None]:
    """Held by who is next to change the index, until its change has begun. TimeoutError where others keep it.

    SQLite alone is unfair: who has just written begins again at once, while who waits looks only now and then.
    """
    from filelock import FileLock

    with FileLock(path.with_name(f"{path.name}.lock"), timeout=_WAIT_S, poll_interval=_LOOK_S):
        yield


def _connected(path: Path | str) -> sqlite3.Connection:
    if isinstance(path, Path):
        _make_private(path)
    return sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)


def _make_private(path: Path) -> None:
    """All that was said in all recordings is in it; SQLite gives what lies beside it the same permissions."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _laid_out(connection: sqlite3.Connection, search: TurnSearch | None) -> tuple[sqlite3.Connection, TurnSearch, bool]:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        search = search or best_search(connection)
        is_new = not _tables(connection)
        if is_new:
            _lay_out(connection, search)
        _require_same_form(connection, search)
    except BaseException:
        connection.close()
        raise
    return connection, search, is_new


def _lay_out(connection: sqlite3.Connection, search: TurnSearch) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        search.lay_out(connection)
        connection.execute("INSERT INTO made_by VALUES (?)", (_form(search),))
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _tables(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(count)


def _require_same_form(connection: sqlite3.Connection, search: TurnSearch) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    form = connection.execute("SELECT form FROM made_by").fetchone()
    if version != _VERSION or form != (_form(search),):
        raise BrokenIndex(_OTHER_VERSION)


def _form(search: TurnSearch) -> str:
    """What an index depends on: another Python may know more letters, and would take out other words than went in."""
    return f"{search.name}, Unicode {unicodedata.unidata_version}"
