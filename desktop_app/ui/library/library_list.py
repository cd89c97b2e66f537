"""The list view of the library."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.translation import tr
from desktop_app.ui.library.library_model import RECORDING_ROLE, LibraryModel
from desktop_app.ui.state.recording import Recording


class LibraryList(QListView):
    """Keeps what is chosen and selected, and the place, when the rows are put in order anew."""

    delete_pressed = Signal()
    current_changed = Signal(object)  # Recording, or None

    def __init__(self, model: LibraryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self._current: Recording | None = None
        self._kept: tuple[list[Recording], int, int] = ([], 0, 0)
        self.setModel(model)
        self.setAccessibleName(tr("Recordings"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSpacing(0)
        self.selectionModel().currentChanged.connect(self._choose)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)

    def selected(self) -> list[Recording]:
        """The recordings that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self._rows.index(row).data(RECORDING_ROLE) for row in rows)
        return [each for each in found if isinstance(each, Recording)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete is told."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window plays
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        recording = index.data(RECORDING_ROLE) if index.isValid() else None
        self._current = recording if isinstance(recording, Recording) else None
        self.current_changed.emit(self._current)

    def _keep(self) -> None:
        self._kept = self.selected(), self.verticalScrollBar().value(), self.currentIndex().row()

    def _restore(self) -> None:
        """Choose again what was chosen; where it is gone, its neighbour."""
        selected, place, row = self._kept
        before = self._current
        index = self._rows.index_of(before) if before is not None else QModelIndex()
        chosen = QItemSelection()
        for each in selected:
            if (found := self._rows.index_of(each)).isValid():
                chosen.select(found, found)
        if index.isValid():
            self.selectionModel().blockSignals(True)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.selectionModel().blockSignals(False)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(place)
        if before is not None and not index.isValid():
            self._choose_near(row)

    def _choose_near(self, row: int) -> None:
        self._current = None
        recordings = self._rows.recordings()
        if recordings:
            nearest = min(recordings, key=lambda each: abs(self._rows.index_of(each).row() - row))
            self.setCurrentIndex(self._rows.index_of(nearest))
        else:
            self.current_changed.emit(None)
