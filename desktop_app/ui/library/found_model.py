"""What a search of the library found, as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.library.found import Found, NameHit, NamePart, RecordingHits, Snippet, TurnHit
from desktop_app.core.transcript.clock import clock
from desktop_app.translation import plural, tr
from desktop_app.ui.state.library_order import day_name
from desktop_app.ui.words.wording import DOT

FOUND_ROLE = Qt.ItemDataRole.UserRole
_PARTS = {
    NamePart.NAME: tr("Name"),
    NamePart.SPEAKER: tr("Speaker"),
    NamePart.NOTE: tr("Note"),
    NamePart.TAG: tr("Tag"),
}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row. path: the project that it leads to, None for a heading; start_ms, word: where in it, None for its
    beginning. above: a line in small letters over the snippet."""

    above: str
    snippet: Snippet
    path: Path | None = None
    start_ms: int | None = None
    word: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it leads nowhere."""
        return self.path is None


class FoundModel(QAbstractListModel):
    """Holds the rows of the newest answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FoundRow] = []

    def show_found(self, found: Found) -> None:
        """Take the rows of an answer."""
        self.show_rows(rows_of(found, datetime.now().astimezone()))

    def show_rows(self, rows: Sequence[FoundRow]) -> None:
        """Take other rows; whoever walks through the same ones is not disturbed."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or what a screen reader says of it."""
        row = self._rows[index.row()]
        if role == FOUND_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ": ".join(filter(None, (row.above, row.snippet.text)))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        return Qt.ItemFlag.NoItemFlags if self._rows[index.row()].is_heading else super().flags(index)


def rows_of(found: Found, now: datetime) -> list[FoundRow]:
    """The rows for what was found: names first, then what was said, recording by recording."""
    rows = [_name_row(hit) for hit in found.names]
    if found.more_names:
        rows.append(_heading(plural("and {n} other names", "and {n} other name", found.more_names)))
    for recording in found.recordings:
        rows += _recording_rows(recording, now)
    if found.has_more:
        rows.append(_heading(tr("and more in other recordings: type another word")))
    return rows


def _name_row(hit: NameHit) -> FoundRow:
    above = _PARTS[hit.part] if hit.part is NamePart.NAME else DOT.join((_PARTS[hit.part], hit.recording))
    return FoundRow(above, hit.snippet, hit.path)


def _recording_rows(found: RecordingHits, now: datetime) -> list[FoundRow]:
    day = day_name(found.made_at.astimezone().date(), now.date())
    rows = [_heading(DOT.join((found.recording, day))), *map(_turn_row, found.hits)]
    if found.more:
        rows.append(_heading(plural("{n} more in this recording", "{n} more in this recording", found.more)))
    return rows


def _turn_row(hit: TurnHit) -> FoundRow:
    return FoundRow(DOT.join((hit.speaker, clock(hit.start_ms))), hit.snippet, hit.path, hit.start_ms, hit.word)


def _heading(text: str) -> FoundRow:
    return FoundRow(text, Snippet("", ()))
