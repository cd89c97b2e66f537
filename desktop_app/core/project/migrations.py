"""Projects of earlier versions made to be of this one.

All versions have this in common, so that even an older program can say who wrote a file: the table `facts`, whose row
'changed' holds the writer ('by'), and whose row 'project' holds the id.
"""

import sqlite3
from collections.abc import Callable, Sequence

from desktop_app.core.project.database import transaction

Migration = Callable[[sqlite3.Connection], None]
"""Makes a file of one version one of the next, inside a transaction. sqlite3.Error."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first makes version 2 of version 1, and so on; none is ever taken out."""


def newest_version(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """The version that a program with these migrations writes."""
    return len(migrations) + 1


def version_of(connection: sqlite3.Connection) -> int:
    """The version that a file has. sqlite3.Error."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Bring a file up to date, in one step: whatever happens, it is of the old version or of the newest."""
    with transaction(connection):
        for version in range(version_of(connection), newest_version(migrations)):
            migrations[version - 1](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
