"""The table of the queue."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.translation import tr
from desktop_app.ui.queue.queue_model import LEFT, NAME, SHARE, STATE, QueueModel
from desktop_app.ui.state.recording import Recording

_ROW_PX = 30
_NAME_PX = 220
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QueueTable(QTableView):
    """One row is current, whatever becomes of the others. Alt+Up and Alt+Down move it, Del cancels, Enter opens."""

    moved = Signal(int)
    cancel_asked = Signal()
    open_asked = Signal()
    current_changed = Signal()

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._current: Recording | None = None
        self._row = 0
        self.setObjectName("queue")
        self.setModel(model)
        self.setAccessibleName(tr("Queue"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setResizeContentsPrecision(0)  # the rows in view; else a thousand are read whenever one changes
        for column in (STATE, SHARE, LEFT):
            stretch = column == STATE
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.ResizeToContents
            )
        header.resizeSection(NAME, _NAME_PX)
        self.selectionModel().currentRowChanged.connect(self._note)
        model.modelReset.connect(self._choose_again)
        model.layoutChanged.connect(self.current_changed)
        self.doubleClicked.connect(self.open_asked)
        self._choose_again()

    @property
    def current(self) -> Recording | None:
        """The recording of the current row."""
        return self._current

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._rows.index(row, NAME)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what is done to the current row."""
        key = event.key()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.cancel_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    def _note(self, index: QModelIndex) -> None:
        self._current, self._row = self._rows.recording(index), max(0, index.row())
        self.current_changed.emit()

    def _choose_again(self) -> None:
        """The same recording; where it is gone, its neighbour."""
        row = self._rows.row_of(self._current)
        count = self._rows.rowCount()
        if count:
            self.choose(row if row >= 0 else min(self._row, count - 1))
        else:
            self._note(QModelIndex())
