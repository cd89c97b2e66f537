"""A document of an office program, which is text with tables in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.importing.formats import plain_text, table
from desktop_app.core.importing.values import ReadTranscript


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with its lines, or a table, with its rows."""

    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def read_blocks(blocks: Sequence[Block]) -> ReadTranscript:
    """The tables, where most of the text is in tables; else the paragraphs, as plain text is read."""
    rows = ["\t".join(row) for block in blocks for row in block.rows]
    lines = [line for block in blocks for line in block.lines]
    if sum(map(len, rows)) > sum(map(len, lines)):
        return table.read("\n".join(rows))
    return plain_text.read("\n".join(line for block in blocks for line in (*block.lines, *_told(block), "")))


def _told(block: Block) -> list[str]:
    return [": ".join(filter(None, row)) for row in block.rows]
