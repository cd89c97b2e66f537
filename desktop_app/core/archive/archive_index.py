"""The index of an archive, read only: what there is in it, and searching that."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.core.archive.index_place import IndexPlace
from desktop_app.core.library.entry_rows import read_entries
from desktop_app.core.library.errors import Cancelled
from desktop_app.core.library.found import Found, RecordingHits
from desktop_app.core.library.index_file import code_of, open_read_only
from desktop_app.core.library.search import search
from desktop_app.core.library.turn_search import TurnSearch
from desktop_app.core.library.values import Entry
from desktop_app.translation import tr

_STEPS_BETWEEN_LOOKS = 10_000


class ArchiveUnavailable(Exception):
    """The index of an archive cannot be read; the message is one sentence that says why, and what can be done."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            tr(
                "{path} cannot be read as the index of an archive ({reason}): `diarist archive report` makes it anew.",
                path=path,
                reason=reason,
            )
        )


def read_archive(index: Path) -> tuple[Entry, ...]:
    """Every recording of the archive, the newest first, with the path of its result. ArchiveUnavailable."""
    with _opened(index) as archive:
        entries = read_entries(archive.connection)
        return tuple(replace(each, path=archive.now(each.path)) for each in entries)


def search_archive(
    index: Path, text: str, *, limit: int = 50, is_cancelled: Callable[[], bool] = lambda: False
) -> Found:
    """What there is of a text, as LibraryIndex.search has it. ArchiveUnavailable, or Cancelled."""
    with _opened(index) as archive:
        archive.connection.set_progress_handler(is_cancelled, _STEPS_BETWEEN_LOOKS)
        return _placed(search(archive.connection, archive.search, text, limit), archive.now)


@dataclass(frozen=True, slots=True)
class _Opened:
    connection: sqlite3.Connection
    search: TurnSearch
    now: Callable[[Path], Path]
    """Where a result lies now."""


@contextmanager
def _opened(index: Path) -> Iterator[_Opened]:
    try:
        connection, turn_search = open_read_only(index)
        try:
            place = IndexPlace.read(connection)
            yield _Opened(connection, turn_search, partial(place.now, index=index))
        finally:
            connection.close()
    except sqlite3.Error as error:
        if code_of(error) == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise ArchiveUnavailable(index, str(error)) from error


def _placed(found: Found, now: Callable[[Path], Path]) -> Found:
    return replace(
        found,
        names=tuple(replace(each, path=now(each.path)) for each in found.names),
        recordings=tuple(_placed_hits(each, now) for each in found.recordings),
    )


def _placed_hits(found: RecordingHits, now: Callable[[Path], Path]) -> RecordingHits:
    hits = tuple(replace(each, path=now(each.path)) for each in found.hits)
    return replace(found, path=now(found.path), hits=hits)
