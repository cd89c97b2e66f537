"""The library as rows of a list: recordings, and the headings of days between them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from desktop_app.ui.state.library_order import Order, Row, rows_of
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.session import Session

RECORDING_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_SOON_MS = 100
"""Every row is measured anew when the list is put in order: not more often, while thousands come."""


class LibraryModel(QAbstractListModel):
    """Follows the session. However many recordings come or go at once, the list is put in order once."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order = Order.NEWEST
        self._rows: list[Row] = []
        self._places: dict[Recording, int] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._put_in_order)
        session.added.connect(self._put_in_order_soon)
        session.removed.connect(self._put_in_order)  # at once: what is gone must not be shown
        session.changed.connect(self._changed)
        self._put_in_order()

    @property
    def order(self) -> Order:
        """The order of the list."""
        return self._order

    def sort_by(self, order: Order) -> None:
        """Put the list in another order."""
        self._order = order
        self._put_in_order()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its recording, or what a screen reader says."""
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (str(row.path), row_line(row), row.note)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {row_line(row)}"
            case _ if role == RECORDING_ROLE:
                return row
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        is_heading = isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def index_of(self, recording: Recording) -> QModelIndex:
        """The row of a recording; an invalid index where it is not in the list."""
        self._catch_up()
        return self.index(self._places[recording]) if recording in self._places else QModelIndex()

    def recordings(self) -> Sequence[Recording]:
        """The recordings, in the order of the list."""
        self._catch_up()
        return [row for row in self._rows if not isinstance(row, str)]

    def _catch_up(self) -> None:
        if self._soon.isActive():
            self._put_in_order()

    def _put_in_order_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _put_in_order(self) -> None:
        self._soon.stop()
        self.beginResetModel()
        self._rows = rows_of(self._session.recordings, self._order, datetime.now().astimezone().date())
        self._places = {row: number for number, row in enumerate(self._rows) if not isinstance(row, str)}
        self.endResetModel()

    def _changed(self, recording: Recording) -> None:
        if (place := self._places.get(recording)) is not None:
            index = self.index(place)
            self.dataChanged.emit(index, index)
