"""DOCX: a transcript in Word; its paragraphs and tables are read as plain text is."""

from collections.abc import Iterator

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.paragraphs_and_tables import Block, read_blocks
from desktop_app.core.importing.safe_xml import Element
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.importing.zipped_xml import xml_in_zip
from desktop_app.translation import tr

_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference"})
"""What was struck out, and what is no text."""


def read(data: bytes) -> ReadTranscript:
    """The text. MalformedFile where it is no document of Word, is encrypted, or would be too large unpacked."""
    root = xml_in_zip(data, "word/document.xml")
    body = next(root.children("body"), None) if root is not None else None
    if body is None:
        raise MalformedFile(tr("it is no document of Word"))
    return read_blocks([block for each in body.content if isinstance(each, Element) for block in _blocks(each)])


def _blocks(element: Element) -> Iterator[Block]:
    if element.name == "p":
        yield Block(lines=tuple("".join(_text(element)).split("\n")))
    elif element.name == "tbl":
        yield Block(rows=tuple(_row(row) for row in element.all("tr")))
    else:
        for each in element.content:
            if isinstance(each, Element):
                yield from _blocks(each)


def _row(row: Element) -> tuple[str, ...]:
    return tuple(" ".join("".join(_text(cell)).split()) for cell in row.children("tc"))


def _text(element: Element) -> Iterator[str]:
    for each in element.content:
        if isinstance(each, str):
            if element.name == "t":
                yield each
        elif each.name in {"tab", "br", "cr"} and element.name == "r":
            yield "\t" if each.name == "tab" else "\n"
        elif each.name == "noBreakHyphen":
            yield "-"
        elif each.name not in _SKIPPED:
            yield from _text(each)
            if each.name == "p":
                yield " "
