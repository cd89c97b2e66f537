"""SQLite as projects use it: whole or not at all, also in folders that are synced or lie on another computer."""

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from desktop_app.core.project.rows import APPLICATION_ID, SCHEMA, Key, Row, Rows, Table
from desktop_app.translation import tr

_WAIT_S = 10.0
"""How long another's transaction is waited for; none of ours takes a second."""
_SELECT = "SELECT key, kind, data, digest FROM {}"


def connect(path: Path) -> sqlite3.Connection:
    """The file at this path, which must be there, for reading. sqlite3.Error.

    What a killed writer left half done is undone by it. The connection belongs to the thread that calls.
    """
    connection = sqlite3.connect(_uri(path), uri=True, timeout=_WAIT_S, isolation_level=None)
    try:
        for setting in ("mmap_size = 0", "trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def allow_writing(connection: sqlite3.Connection) -> None:
    """Let a connection write; only to what is known to be a project. sqlite3.Error."""
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":  # whose fsync leaves the data in the drive
        connection.execute("PRAGMA fullfsync = ON")


def laid_out(rows: Rows, version: int) -> bytes:
    """What is in a new file of these rows; sqlite3.Error."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with transaction(connection):
            for statement in SCHEMA.splitlines():
                connection.execute(statement)
            write_rows(connection, rows)
            connection.execute(f"PRAGMA user_version = {version}")
        require_integrity(connection)
        return connection.serialize()


def require_integrity(connection: sqlite3.Connection) -> None:
    """sqlite3.DatabaseError unless SQLite finds every page as it must be."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(tr("what was written is not whole ({found})", found=found))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done inside is on the disk afterwards, or none of it. sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside was there at one moment, whoever writes. sqlite3.Error."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def journal_of(path: Path) -> Path:
    """Where SQLite keeps, while it writes, what is to be undone if it does not come to the end."""
    return path.with_name(f"{path.name}-journal")


def drop_left_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Remove the journal that a writer had only begun when it was killed: there is nothing to undo. sqlite3.Error."""
    if journal_of(path).exists():
        connection.execute("BEGIN IMMEDIATE")  # undoes what there is to undo, and nobody else writes
        journal_of(path).unlink(missing_ok=True)
        connection.execute("ROLLBACK")


def write_rows(connection: sqlite3.Connection, rows: Iterable[tuple[Table, Key, Row | None]]) -> None:
    """Put these rows in the place of those with their keys; None takes one away."""
    for table, key, row in rows:
        if row is None:
            connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608  a name of ours
        else:
            values = (key, row.kind, row.data, row.digest)
            connection.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)", values)  # noqa: S608


def read_table(connection: sqlite3.Connection, table: Table, *, backwards: bool = False) -> Iterator[tuple[Key, Row]]:
    """The rows of a table in order; those before a page that cannot be read come before the sqlite3.Error."""
    order = " ORDER BY key DESC" if backwards else " ORDER BY key"
    for key, kind, data, digest in connection.execute(_SELECT.format(table) + order):
        yield key, _row(kind, data, digest)


def read_row(connection: sqlite3.Connection, table: Table, key: Key) -> Row | None:
    """One row, None where it is not there. sqlite3.Error."""
    found = connection.execute(_SELECT.format(table) + " WHERE key = ?", (key,)).fetchone()
    return None if found is None else _row(*found[1:])


def _row(kind: object, data: object, digest: object) -> Row:
    """The row, of whatever types damage has made its values: its digest is wrong then."""
    return Row(str(kind), data if isinstance(data, bytes) else b"", digest if isinstance(digest, bytes) else b"")


def _uri(path: Path) -> str:
    """As SQLite wants it, which makes no file then; also for names that are no text, and shares of Windows."""
    whole = path.absolute().as_posix()
    return f"file://{'' if whole.startswith('/') else '/'}{quote(os.fsencode(whole))}?mode=rw"
