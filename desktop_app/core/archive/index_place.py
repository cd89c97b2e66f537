"""Where the results of an archive lie, as its index says it: the folder may be seen from elsewhere by another path."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from desktop_app.core.library.paths import real_path


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """folder: where the results lay when the index was made, which its paths begin with. seen: the same from the folder
    of the index; '' where there is no such way."""

    folder: Path
    seen: str

    @classmethod
    def of(cls, folder: Path, index: Path) -> Self:
        """The place of results, for an index that is to lie at this path."""
        folder = real_path(folder)
        with suppress(ValueError):  # another drive
            return cls(folder, os.path.relpath(folder, real_path(index.parent)))
        return cls(folder, "")

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Self:
        """What an index says. sqlite3.Error where it is none of an archive."""
        folder, seen = connection.execute("SELECT folder, seen FROM archive").fetchone() or (b"", b"")
        return cls(Path(os.fsdecode(folder)), os.fsdecode(seen))

    def write(self, connection: sqlite3.Connection) -> None:
        """Let an index say this."""
        connection.execute("CREATE TABLE IF NOT EXISTS archive (folder BLOB NOT NULL, seen BLOB NOT NULL)")
        connection.execute("DELETE FROM archive")
        connection.execute("INSERT INTO archive VALUES (?, ?)", (os.fsencode(self.folder), os.fsencode(self.seen)))

    def now(self, path: Path, index: Path) -> Path:
        """Where a result lies now, for an index that lies at this path."""
        if not self.seen or not path.is_relative_to(self.folder):
            return path
        return real_path(index.parent / self.seen) / path.relative_to(self.folder)
