"""The index's rows of words: packed, to be shown, and searched under the turns' numbers."""

import sqlite3
import zlib
from collections.abc import Sequence
from itertools import zip_longest

from desktop_app.core.library.errors import BrokenIndex
from desktop_app.core.library.keys import turn_numbers
from desktop_app.core.library.spoken_text import SpokenTurn, pack_turns, unpack_turns
from desktop_app.core.library.turn_search import TurnSearch


def read_text(connection: sqlite3.Connection, key: int, places: Sequence[int] | None = None) -> tuple[SpokenTurn, ...]:
    """The turns of a recording, or those at these places among them. BrokenIndex where they cannot be read."""
    row = connection.execute("SELECT packed FROM texts WHERE key = ?", (key,)).fetchone()
    if row is None and not places:
        return ()
    try:
        return unpack_turns(row[0], places)
    except (ValueError, TypeError, IndexError, zlib.error) as error:
        raise BrokenIndex(f"the words of a recording cannot be read ({error})") from error


def write_text(connection: sqlite3.Connection, search: TurnSearch, key: int, turns: Sequence[SpokenTurn]) -> bool:
    """Let these be the turns of a recording; whether they are others than before. Turns that stay are left alone."""
    before = read_text(connection, key)
    after = tuple(turns)[: len(turn_numbers(key))]
    if before == after:
        return False
    numbered = list(zip(turn_numbers(key), zip_longest(before, after), strict=False))
    differing = [(number, old, new) for number, (old, new) in numbered if old != new]
    search.remove(connection, ((number, old) for number, old, _ in differing if old is not None))
    search.add(connection, ((number, new) for number, _, new in differing if new is not None))
    connection.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", (key, pack_turns(after)))
    return True


def remove_text(connection: sqlite3.Connection, search: TurnSearch, key: int) -> None:
    """Forget the words of a recording."""
    write_text(connection, search, key, ())
    connection.execute("DELETE FROM texts WHERE key = ?", (key,))
