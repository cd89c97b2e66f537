"""Numbers of recordings and their turns: the newer, the higher, so that SQLite finds the newest first."""

import sqlite3
from datetime import datetime

_SPARE_BITS, _TURN_BITS = 8, 20
_HIGHEST = (1 << (63 - _TURN_BITS)) - (1 << _SPARE_BITS)
ALL_TURNS = range(1 << 63)


def wanted_key(made_at: datetime) -> int:
    """The key that a recording of this time gets if nothing has it."""
    # Not `timestamp()`, which some platforms refuse before 1970; those all count as the oldest.
    seconds = (made_at - datetime.fromtimestamp(0, made_at.tzinfo)).total_seconds()
    return min(max(int(seconds), 0) << _SPARE_BITS, _HIGHEST)


def belongs(key: int, wanted: int) -> bool:
    """Whether a key is the wanted one, or one that was free near it."""
    return wanted <= key < wanted + (1 << _SPARE_BITS)


def free_key(connection: sqlite3.Connection, wanted: int) -> int:
    """The wanted key, or the next one that no recording has. sqlite3.Error."""
    taken = connection.execute("SELECT key FROM recordings WHERE key >= ? ORDER BY key", (wanted,))
    key = wanted
    for (each,) in taken:
        if each != key:
            break
        key += 1
    return key


def turn_numbers(key: int) -> range:
    """The numbers that a recording's turns have, in their order."""
    return range(key << _TURN_BITS, (key + 1) << _TURN_BITS)


def key_of(turn_number: int) -> int:
    """The key of the recording that a turn belongs to."""
    return turn_number >> _TURN_BITS


def place_of(turn_number: int) -> int:
    """Which of its recording's turns it is, from 0."""
    return turn_number & ((1 << _TURN_BITS) - 1)
