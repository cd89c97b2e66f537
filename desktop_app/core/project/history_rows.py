"""How a project's rows hold the edits: one step a row, chained by their digests, and where in them the person is."""

from dataclasses import dataclass

from desktop_app.core.export.json_fields import Field
from desktop_app.core.project.packed_json import pack, unpack
from desktop_app.core.project.rows import Row, Rows, Table
from desktop_app.core.project.transcript_json import read_transcript, transcript_document
from desktop_app.core.transcript.values import Transcript

HISTORY = "history"
SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Position:
    """base: number of the machine's transcript that is edited, None where there is none yet. done: how many of the
    steps are. steps: how many there are. tip: the digest of the last, the base's where there is none."""

    base: int | None = None
    done: int = 0
    steps: int = 0
    tip: bytes = b""

    def row(self) -> Row:
        """The row that holds it."""
        document = {"base": self.base, "done": self.done, "steps": self.steps, "tip": self.tip.hex()}
        return Row.of(Table.FACTS, HISTORY, "json", pack(document))

    @classmethod
    def read(cls, row: Row) -> "Position":
        """The position in a row; ValueError where it is none."""
        document = Field(unpack(row.data), HISTORY)
        return cls(
            base=document.member("base").or_null(Field.whole),
            done=document.member("done").whole(),
            steps=document.member("steps").whole(),
            tip=bytes.fromhex(document.member("tip").text()),
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The transcript after so many steps on a base. tip: the digest of the last of them."""

    base: int
    done: int
    tip: bytes
    transcript: Transcript

    def row(self) -> Row:
        """The row that holds it."""
        where = {"base": self.base, "done": self.done, "tip": self.tip.hex()}
        return Row.of(Table.PARTS, SNAPSHOT, "json", pack({"after": where, **transcript_document(self.transcript)}))

    @classmethod
    def read(cls, row: Row) -> "Snapshot":
        """The snapshot in a row; ValueError where it is none."""
        document = unpack(row.data)
        where = Field(document).member("after")
        return cls(
            base=where.member("base").whole(),
            done=where.member("done").whole(),
            tip=bytes.fromhex(where.member("tip").text()),
            transcript=read_transcript(document),
        )


def tip_at(rows: Rows, base: int, position: int) -> bytes | None:
    """The digest that the chain has after so many steps on a base, None where that row is not there."""
    row = rows[Table.STEPS].get(position) if position else rows[Table.TRANSCRIPTS].get(base)
    return None if row is None else row.digest


def whole_steps(rows: Rows, after: bytes, *, position: int = 0) -> list[Row]:
    """The steps that come after `position` ones, as far as each is proven to follow the one before. after: the digest
    of the last of those."""
    found: list[Row] = []
    while (row := rows[Table.STEPS].get(position + 1)) and row.is_whole(Table.STEPS, position + 1, after=after):
        found.append(row)
        position, after = position + 1, row.digest
    return found
