"""The queue as rows of a table."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.translation import tr
from desktop_app.ui.queue.queue_words import share_of, state_of, time_left_of
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.work_queue import WorkQueue

_Index = QModelIndex | QPersistentModelIndex
_Cell = Callable[[Recording, WorkQueue], str]
_COLUMNS: tuple[tuple[str, _Cell], ...] = (
    (tr("Recording", "a column"), lambda recording, _: recording.name),
    (tr("State", "of a recording in the queue"), state_of),
    (tr("Share", "of a recording that is done"), share_of),
    (tr("Time left"), time_left_of),
)
NAME, STATE, SHARE, LEFT = range(len(_COLUMNS))


class QueueModel(QAbstractTableModel):
    """Follows the queue: a recording a row."""

    def __init__(self, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._rows = list(queue.rows)
        queue.changed.connect(self._put_in_order)
        queue.row_changed.connect(self._tell)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many recordings there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How much is said of each."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are called."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A text; all of it where it is pointed at, and with its column for screen readers."""
        recording = self._rows[index.row()]
        title, cell = _COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(recording, self._queue)
            case Qt.ItemDataRole.ToolTipRole:
                return str(recording.path) if index.column() == NAME else cell(recording, self._queue)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = cell(recording, self._queue)
                return text if index.column() == NAME or not text else f"{title}: {text}"
        return None

    def recording(self, index: _Index) -> Recording | None:
        """The recording of a row; None where there is no such row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, recording: Recording | None) -> int:
        """The row of a recording, -1 where it has none."""
        return self._rows.index(recording) if recording in self._rows else -1

    def _put_in_order(self) -> None:
        rows = list(self._queue.rows)
        if set(rows) == set(self._rows):
            self._move_to(rows)
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _move_to(self, rows: list[Recording]) -> None:
        """Another order of the same: what is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before, self._rows = self._rows, rows
        places = {recording: place for place, recording in enumerate(rows)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(places[before[index.row()]], index.column()))
        self.layoutChanged.emit()

    def _tell(self, recording: Recording) -> None:
        """Say it anew; the time left of what waits behind it is another, too."""
        if (row := self.row_of(recording)) >= 0:
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(row, 0), self.index(row, LEFT))
            if row < last:
                self.dataChanged.emit(self.index(row + 1, LEFT), self.index(last, LEFT))
