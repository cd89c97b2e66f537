"""DOCX: a transcript in Word; its paragraphs and tables are read as plain text is."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.formats import plain_text, table
from desktop_app.core.importing.limits import MOST_BYTES
from desktop_app.core.importing.safe_xml import Element, parse_xml
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_TEXT = "word/document.xml"
_MOST_FILES = 10_000
_READ_AT_ONCE = 1 << 20
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference"})
"""What was struck out, and what is no text."""


def read(data: bytes) -> ReadTranscript:
    """The text. MalformedFile where it is no document of Word, is encrypted, or would be too large unpacked."""
    root = parse_xml(_unpacked(data))
    body = next(root.children("body"), None)
    if body is None:
        raise MalformedFile(tr("it is no document of Word"))
    blocks = [each for each in body.content if isinstance(each, Element)]
    rows = ["\t".join(row) for each in blocks if each.name == "tbl" for row in _rows(each)]
    beside = [line for each in blocks if each.name != "tbl" for line in _lines(each)]
    if _letters(rows) > _letters(beside):
        return table.read("\n".join(rows))
    return plain_text.read("\n".join(line for each in blocks for line in _lines(each)))


def _letters(lines: Iterable[str]) -> int:
    return sum(map(len, lines))


def _unpacked(data: bytes) -> bytes:
    """The document's XML: its size is looked up first, and held to while it is unpacked, for the directory may lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_FILES or archive.getinfo(_TEXT).file_size > MOST_BYTES:
                raise _too_large()
            with archive.open(_TEXT) as file:
                return b"".join(_limited(file))
    except KeyError as error:
        raise MalformedFile(tr("it is no document of Word")) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        if isinstance(error, MalformedFile):
            raise
        raise MalformedFile(tr("it cannot be unpacked ({why})", why=error)) from error


def _limited(file: IO[bytes]) -> Iterator[bytes]:
    left = MOST_BYTES
    while data := file.read(_READ_AT_ONCE):
        left -= len(data)
        if left < 0:
            raise _too_large()
        yield data


def _too_large() -> MalformedFile:
    return MalformedFile(tr("it is too large unpacked: more than {n} MB", n=MOST_BYTES >> 20))


def _lines(block: Element) -> Iterator[str]:
    """The lines of a paragraph, with a blank one behind it, or the rows of a table."""
    if block.name == "p":
        yield from "".join(_text(block)).split("\n")
        yield ""
    elif block.name == "tbl":
        yield from (": ".join(filter(None, row)) for row in _rows(block))
    else:
        for each in block.content:
            if isinstance(each, Element):
                yield from _lines(each)


def _rows(element: Element) -> Iterator[list[str]]:
    for row in element.all("tr"):
        yield [" ".join("".join(_text(cell)).split()) for cell in row.children("tc")]


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
