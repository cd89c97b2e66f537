"""The recordings of an archive, in the place of the library's list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from desktop_app.translation import tr
from desktop_app.ui.library.found_model import FOUND_ROLE, FoundModel, FoundRow
from desktop_app.ui.library.found_row import FoundRowPainter


class ArchiveList(QListView):
    """Looks as what a search found; a click or Enter opens."""

    chosen = Signal(object)  # FoundRow

    def __init__(self) -> None:
        super().__init__()
        self._rows = FoundModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(FoundRowPainter(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Recordings of the archive"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show these recordings."""
        self._rows.show_rows(rows)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(FOUND_ROLE)
        if isinstance(row, FoundRow):
            self.chosen.emit(row)
