"""The session's recordings as rows of a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.session import Session

RECORDING_ROLE = Qt.ItemDataRole.UserRole


class LibraryModel(QAbstractListModel):
    """Translates the session; row numbers are positions in its list."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = list(session.recordings)
        session.added.connect(self._added)
        session.removed.connect(self._removed)
        session.changed.connect(self._changed)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many recordings there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its recording, or what a screen reader says."""
        recording = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return recording.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{recording.path}\n{row_line(recording)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{recording.name}, {row_line(recording)}"
            case _ if role == RECORDING_ROLE:
                return recording
        return None

    def index_of(self, recording: Recording) -> QModelIndex:
        """The row of a recording."""
        return self.index(self._rows.index(recording))

    def _added(self, recording: Recording) -> None:
        row = self._session.recordings.index(recording)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, recording)
        self.endInsertRows()

    def _removed(self, recording: Recording) -> None:
        row = self._rows.index(recording)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _changed(self, recording: Recording) -> None:
        if recording in self._rows:
            index = self.index_of(recording)
            self.dataChanged.emit(index, index)
