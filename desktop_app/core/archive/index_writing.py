"""Writing the index of an archive: an index of the library's form, with the words of all results.

It is made on this computer's own disk, from the one that is there, and takes its place in one step: shares may go on
meanwhile, others may have it open, and the folder may be on a disk of the network, on which SQLite is slow or wrong.
"""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.archive.index_place import IndexPlace
from desktop_app.core.archive.names import shown_name
from desktop_app.core.archive.result_reading import read_result, readable_results
from desktop_app.core.library.entry_rows import Known
from desktop_app.core.library.errors import UnreadableProject
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.index_file import open_read_only
from desktop_app.core.library.paths import real_path
from desktop_app.core.library.signature import UNSURE, signature
from desktop_app.core.store.atomic import copy_atomically
from desktop_app.core.store.errors import why_unread
from desktop_app.core.store.temporary_files import temporary_folder
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.translation import tr


@dataclass(slots=True)
class Indexed:
    """What became of the results. read: how many were read now; same: how many were as they had been. unread: by name
    and reason."""

    read: int = 0
    same: int = 0
    unread: list[tuple[str, str]] = field(default_factory=list)


def write_index(folder: Path, outcomes: Sequence[Outcome], target: Path, tell: Callable[[Indexed], None]) -> Indexed:
    """Bring the index at a path in line with the results, which the outcomes name as seen from the folder.

    tell: is told after each recording. What could not be read is left out of the index. OSError or LibraryUnavailable,
    with the index as it was.
    """
    place = IndexPlace.of(folder, target)
    with temporary_folder() as scratch:
        copy = scratch / "archive.sqlite"
        if _place_of(target) == place:
            shutil.copyfile(target, copy)
        with LibraryIndex(copy) as index:
            writing = _Writing(index, folder)
            for outcome in outcomes:
                if not outcome.reason:
                    writing.take(outcome)
                    tell(writing.indexed)
            has_gone = writing.remove_others()
        if writing.indexed.read or has_gone or not target.exists():
            _finish(copy, place)
            copy_atomically(copy, target)
    return writing.indexed


class _Writing:
    def __init__(self, index: LibraryIndex, folder: Path) -> None:
        self.indexed = Indexed()
        self._index = index
        self._folder = folder
        self._known = dict(index.known())
        self._taken: set[Path] = set()

    def take(self, outcome: Outcome) -> None:
        """Have the words of the best result that can be read."""
        why = tr("there is no result from which words can be read")
        for name in readable_results(outcome):
            path = real_path(self._folder / name)
            try:
                self._take(path, outcome)
            except OSError as error:
                why = f"{path.name}: {why_unread(error)}"
            except UnreadableProject as error:
                why = f"{path.name}: {error}"
            else:
                self._taken.add(path)
                return
        self.indexed.unread.append((shown_name(outcome), why))

    def _take(self, path: Path, outcome: Outcome) -> None:
        seen = signature(path.stat())
        if seen != UNSURE and self._known.get(path, _UNKNOWN).signature == seen:
            self.indexed.same += 1
            return
        self._index.put(path, read_result(path, outcome), seen)
        self.indexed.read += 1

    def remove_others(self) -> bool:
        """Forget what is no result any more; whether there was any."""
        others = self._known.keys() - self._taken
        self._index.remove(others)
        return bool(others)


_UNKNOWN = Known(None, UNSURE, None)


def _place_of(target: Path) -> IndexPlace | None:
    """What the index says that is there; None where there is none, or it is no good."""
    with suppress(sqlite3.Error, OSError), closing(open_read_only(target)[0]) as connection:
        return IndexPlace.read(connection)
    return None


def _finish(copy: Path, place: IndexPlace) -> None:
    """Make one plain file of it, which can be read where nothing can be written."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        place.write(connection)
        connection.execute("PRAGMA journal_mode = DELETE")
