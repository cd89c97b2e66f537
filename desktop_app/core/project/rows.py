"""The tables of a project file. All have one shape, and every row carries the digest that proves it whole."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

APPLICATION_ID = 0x44524A31
"""'DRJ1', by which SQLite files of ours are told from all others."""
Key = str | int
_DIGEST_BYTES = 16


class Table(StrEnum):
    """facts: small values by name; parts: large ones; transcripts: as machines made them; steps: the edits, from 1."""

    FACTS = "facts"
    PARTS = "parts"
    TRANSCRIPTS = "transcripts"
    STEPS = "steps"


SCHEMA = "\n".join(
    f"CREATE TABLE {table} (key {key} PRIMARY KEY, kind TEXT NOT NULL, data BLOB NOT NULL, digest BLOB NOT NULL){form};"
    for table, key, form in [
        (Table.FACTS, "TEXT", " WITHOUT ROWID"),
        (Table.PARTS, "TEXT", " WITHOUT ROWID"),
        (Table.TRANSCRIPTS, "INTEGER", ""),
        (Table.STEPS, "INTEGER", ""),
    ]
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's content. digest: of the content and its place, and for a step of what it follows."""

    kind: str
    data: bytes
    digest: bytes

    @classmethod
    def of(cls, table: Table, key: Key, kind: str, data: bytes, *, after: bytes = b"") -> "Row":
        """The row with its digest. after: the digest that a step follows."""
        return cls(kind, data, _digest(table, key, kind, data, after))

    def is_whole(self, table: Table, key: Key, *, after: bytes = b"") -> bool:
        """Whether the content is what was written, at this place."""
        return self.digest == _digest(table, key, self.kind, self.data, after)


@dataclass(slots=True)
class Rows:
    """All rows of a project, in memory."""

    tables: dict[Table, dict[Key, Row]] = field(default_factory=lambda: {table: {} for table in Table})

    def __getitem__(self, table: Table) -> dict[Key, Row]:
        return self.tables[table]

    def __iter__(self) -> Iterator[tuple[Table, Key, Row]]:
        return ((table, key, row) for table, rows in self.tables.items() for key, row in rows.items())

    def copy(self) -> "Rows":
        """The same rows, to be changed apart."""
        return Rows({table: dict(rows) for table, rows in self.tables.items()})


def _digest(table: Table, key: Key, kind: str, data: bytes, after: bytes) -> bytes:
    digest = hashlib.blake2b(f"{table}\0{key}\0{kind}\0".encode(), digest_size=_DIGEST_BYTES)
    digest.update(after)
    digest.update(data)
    return digest.digest()
