"""The rows of a project file, each proven whole; of a damaged file, all that can still be had."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from desktop_app.core.project.database import one_moment, read_row, read_table
from desktop_app.core.project.rows import Key, Row, Rows, Table

_KEYS_BETWEEN = 100_000


@dataclass(slots=True)
class FoundRows:
    """rows: those that are whole; steps as they are, since only what they follow proves them. spoilt: keys of others.
    complete: nothing is missing as far as SQLite can tell."""

    rows: Rows = field(default_factory=Rows)
    spoilt: list[tuple[Table, Key]] = field(default_factory=list)
    complete: bool = True


def read_rows(connection: sqlite3.Connection) -> FoundRows:
    """All rows that were there at one moment. sqlite3.Error where nothing can be read."""
    found = FoundRows()
    with one_moment(connection):
        found.complete = _is_in_order(connection)
        for table in Table:
            for key, row in _rows_of(connection, table, found):
                if table is Table.STEPS or row.is_whole(table, key):
                    found.rows[table][key] = row
                else:
                    found.spoilt.append((table, key))
    return found


def _is_in_order(connection: sqlite3.Connection) -> bool:
    """What SQLite says of its pages, without their content. sqlite3.Error where it is no database."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _rows_of(connection: sqlite3.Connection, table: Table, found: FoundRows) -> list[tuple[Key, Row]]:
    try:
        return list(read_table(connection, table))
    except sqlite3.Error:
        found.complete = False
        return list(_in_pieces(connection, table).items())


def _in_pieces(connection: sqlite3.Connection, table: Table) -> Mapping[Key, Row]:
    """What comes before the damage, what comes after it, and what lies between and can be asked for by its number."""
    found: dict[Key, Row] = {}
    for backwards in (False, True):
        with suppress(sqlite3.Error):
            for key, row in read_table(connection, table, backwards=backwards):
                found[key] = row
    for key in _between(found):
        with suppress(sqlite3.Error):
            if (asked := read_row(connection, table, key)) is not None:
                found[key] = asked
    return found


def _between(found: Mapping[Key, Row]) -> Iterator[int]:
    numbers = [key for key in found if isinstance(key, int)]
    if numbers:
        inside = range(min(numbers), min(max(numbers), min(numbers) + _KEYS_BETWEEN))
        yield from (number for number in inside if number not in found)
