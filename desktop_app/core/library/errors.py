"""What can go wrong with the library."""

import sqlite3
from pathlib import Path

from desktop_app.translation import tr


class LibraryUnavailable(Exception):
    """The index cannot be asked just now; the message says why. Nothing is lost: asking again later may do."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(tr("the library's index in {path} cannot be used now ({reason})", path=path, reason=reason))


class Cancelled(Exception):
    """Whoever asked has lost interest."""


class UnreadableProject(Exception):
    """Nothing of a project can be read; the message says why, for people, and what can be done.

    is_passing: it may be read at another time, though its file does not change.
    """

    def __init__(self, why: str, *, is_passing: bool = False) -> None:
        self.is_passing = is_passing
        super().__init__(why)


class OutsideListError(Exception):
    """The list of projects that lie elsewhere cannot be read or written; the message says why, with the file."""


class BrokenIndex(sqlite3.DatabaseError):
    """The index says something that it cannot say: it is to be made anew."""
