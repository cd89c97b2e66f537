"""The pages of an Ogg file: where a chained one has its links, and whether it has the end that it should."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CAPTURE = b"OggS\0"
_HEADER_BYTES = 27
_FIRST, _LAST = 2, 4
_SEARCHED_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Link:
    """A recording of its own within the file, in bytes. is_ended: its last page is whole, and marked as the last."""

    start: int
    size: int
    is_ended: bool


@dataclass(frozen=True, slots=True)
class _Page:
    start: int
    end: int
    flags: int


def links(file: BinaryIO) -> tuple[Link, ...]:
    """The links of an Ogg file, one if it is not chained; none if it is no Ogg file."""
    file.seek(0)
    if file.read(len(_CAPTURE)) != _CAPTURE:
        return ()
    length = file.seek(0, 2)
    found: list[Link] = []
    before = first = None
    for page in _pages(file):
        if before is None or (page.flags & _FIRST and not before.flags & _FIRST):
            found += [_link(first, before, page.start)] if first and before else []
            first = page
        before = page
    return (*found, *([_link(first, before, length)] if first and before else []))


def _link(first: _Page, last: _Page, end: int) -> Link:
    return Link(first.start, end - first.start, bool(last.flags & _LAST) and last.end <= end)


def _pages(file: BinaryIO) -> Iterator[_Page]:
    at: int | None = 0
    while at is not None:
        file.seek(at)
        header = file.read(_HEADER_BYTES)
        if len(header) < _HEADER_BYTES:
            return
        if header.startswith(_CAPTURE):
            sizes = file.read(header[26])
            page = _Page(at, at + _HEADER_BYTES + header[26] + sum(sizes), header[5])
            yield page
            at = page.end
        else:
            at = _next_capture(file, at)


def _next_capture(file: BinaryIO, at: int) -> int | None:
    """Where the next page begins at or after a place; None if none does."""
    file.seek(at)
    kept = b""
    while part := file.read(_SEARCHED_BYTES):
        searched = kept + part
        if (found := searched.find(_CAPTURE)) >= 0:
            return at + found
        kept = searched[-len(_CAPTURE) + 1 :]
        at += len(searched) - len(kept)
    return None
