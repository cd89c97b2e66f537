"""ODT: a transcript in LibreOffice; its paragraphs and tables are read as plain text is."""

from collections.abc import Iterator

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.paragraphs_and_tables import Block, read_blocks
from desktop_app.core.importing.safe_xml import Element
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.core.importing.zipped_xml import xml_in_zip
from desktop_app.translation import tr

_SKIPPED = frozenset({"tracked-changes", "note", "annotation", "sequence-decls", "forms", "title", "desc"})
_MOST_SPACES = 100


def read(data: bytes) -> ReadTranscript:
    """The text. MalformedFile where it is no such document, or would be too large unpacked."""
    root = xml_in_zip(data, "content.xml")
    text = next((each for body in root.children("body") for each in body.children("text")), None) if root else None
    if text is None:
        raise MalformedFile(tr("it is no document of LibreOffice"))
    return read_blocks(list(_blocks(text)))


def _blocks(element: Element) -> Iterator[Block]:
    for each in element.content:
        if isinstance(each, str) or each.name in _SKIPPED:
            continue
        if each.name in {"p", "h"}:
            yield Block(lines=tuple("".join(_text(each)).split("\n")))
        elif each.name == "table":
            yield Block(rows=tuple(_row(row) for row in each.all("table-row")))
        else:
            yield from _blocks(each)


def _row(row: Element) -> tuple[str, ...]:
    return tuple(" ".join("".join(_text(cell)).split()) for cell in row.children("table-cell"))


def _text(element: Element) -> Iterator[str]:
    for each in element.content:
        if isinstance(each, str):
            yield " ".join(each.split("\n"))
        elif each.name == "s":
            count = each.attributes.get("c", "1")
            yield " " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, _MOST_SPACES)
        elif each.name in {"tab", "line-break"}:
            yield "\t" if each.name == "tab" else "\n"
        elif each.name not in _SKIPPED:
            yield from _text(each)
            if each.name == "p":
                yield " "
