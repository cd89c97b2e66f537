"""What can go wrong with the library."""

import sqlite3
from pathlib import Path


class LibraryUnavailable(Exception):
    """The index cannot be asked just now; the message says why. Nothing is lost: asking again later may do."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(f"the library's index in {path} cannot be used now ({reason})")


class SearchCancelled(Exception):
    """Whoever asked has lost interest."""


class UnreadableProject(Exception):
    """Nothing of a project can be read; the message says why, for people, and what can be done."""


class OutsideListError(Exception):
    """The list of projects that lie elsewhere cannot be read or written; the message says why, with the file."""


class BrokenIndex(sqlite3.DatabaseError):
    """The index says something that it cannot say: it is to be made anew."""
