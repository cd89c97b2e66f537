"""An archive's index, read off the GUI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.archive.archive_index import ArchiveUnavailable, read_archive, search_archive
from desktop_app.core.library.errors import Cancelled
from desktop_app.core.library.found import Found, Snippet
from desktop_app.core.library.values import Entry
from desktop_app.core.transcript.clock import clock
from desktop_app.jobs.messages import Failed
from desktop_app.ui.library.found_model import FoundRow
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.library_order import day_name
from desktop_app.ui.words.wording import DOT


@dataclass(frozen=True, slots=True)
class _Read:
    index: Path
    rows: Sequence[FoundRow]


@dataclass(frozen=True, slots=True)
class _Searched:
    number: int
    text: str
    found: Found


class Archive(QObject):
    """The archive that is open, if one is. Nothing of it is ever changed."""

    opened = Signal(object)  # Sequence[FoundRow]: its recordings, the newest first
    found = Signal(str, object)  # the text that was searched for last, and Found
    failed = Signal(object)  # Failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: Path | None = None
        self._newest_search = 0

    def open(self, index: Path) -> None:
        """Read what is in an archive; `opened` or `failed` follows."""
        self._begin(lambda: _Read(index, _rows(read_archive(index), datetime.now().astimezone().date())))

    def close(self) -> None:
        """Have none open."""
        self.index = None
        self._newest_search += 1

    def search(self, text: str) -> None:
        """Search the archive that is open; `found` follows, unless something else is searched for before."""
        self._newest_search += 1
        index, number = self.index, self._newest_search
        if index is not None:
            self._begin(lambda: _Searched(number, text, search_archive(index, text, is_cancelled=self._is_old(number))))

    def _is_old(self, number: int) -> Callable[[], bool]:
        return lambda: number != self._newest_search

    def _begin(self, work: Callable[[], _Read | _Searched]) -> None:
        task = Task(work, (ArchiveUnavailable, Cancelled), self)
        task.succeeded.connect(self._done)
        task.failed.connect(self._not_done)
        task.start()

    def _done(self, task: Task, done: _Read | _Searched) -> None:
        task.deleteLater()
        match done:
            case _Read(index, rows):
                self.index = index
                self.opened.emit(rows)
            case _Searched(number, text, found) if number == self._newest_search:
                self.found.emit(text, found)

    def _not_done(self, task: Task, error: Exception) -> None:
        task.deleteLater()
        if isinstance(error, ArchiveUnavailable):
            self.failed.emit(Failed(str(error)))


def _rows(entries: Sequence[Entry], today: date) -> list[FoundRow]:
    return [_row(each, today) for each in entries]


def _row(entry: Entry, today: date) -> FoundRow:
    above = ""
    if (summary := entry.summary) is not None:
        day = day_name(summary.made_at.astimezone().date(), today)
        above = DOT.join((day, clock(summary.duration_ms or 0)))
    return FoundRow(above, Snippet(entry.name, ()), entry.path)
