"""Which recordings are of one meeting, a recording for each person, and which of them comes first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.library.open_dialog import RecordingsDialog
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.scrolled import button_row
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_row import WrappingRow
from desktop_app.ui.widgets.wrapping_text import WrappingText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QSettings

_LEAST = 2
_WIDTH_PX, _HEIGHT_PX = 520, 420
_PATH = Qt.ItemDataRole.UserRole


class MeetingDialog(QDialog):
    """Names the files in their order; Del takes one away."""

    chosen = Signal(list)  # list[Path], two or more

    def __init__(self, paths: Iterable[Path], settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("One meeting"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setObjectName("places")
        self.list.setAccessibleName(tr("Recordings of the meeting"))
        self.add_button = QPushButton(tr("Add…"))
        self.remove_button = QPushButton(tr("Leave out"))
        self.first_button = QPushButton(tr("Put first"))
        self.open_button = QPushButton(tr("Open as one meeting"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.open_button.setDefault(True)
        self._lay_out()
        self.add_button.clicked.connect(self._ask_for_more)
        self.remove_button.clicked.connect(self._leave_out)
        self.first_button.clicked.connect(self._put_first)
        self.open_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(self._refresh)
        self.add(paths)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(toned_label(tr("A recording of each person"), "subtitle"))
        column.addWidget(
            WrappingText(
                tr(
                    "Each person is called as their recording. The recordings are put together by what is heard in "
                    "all of them; the first is the one that is played, and says where the meeting begins and ends."
                ),
                "muted",
            )
        )
        column.addWidget(self.list, 1)
        for button in (self.add_button, self.remove_button, self.first_button, self.cancel_button):
            button.setAutoDefault(False)
        column.addLayout(WrappingRow(self.add_button, self.remove_button, self.first_button, centred=False))
        column.addLayout(button_row(self.cancel_button, self.open_button))
        resize_within(self, self.sizeHint().expandedTo(self.minimumSizeHint()))
        self.resize(max(self.width(), _WIDTH_PX), max(self.height(), _HEIGHT_PX))

    @property
    def paths(self) -> Sequence[Path]:
        """The recordings, the first before the others."""
        return [self.list.item(row).data(_PATH) for row in range(self.list.count())]

    def add(self, paths: Iterable[Path]) -> None:
        """Take these in, too."""
        known = {path.absolute() for path in self.paths}
        for path in dict.fromkeys(each.absolute() for each in paths):
            if path not in known:
                item = QListWidgetItem(path.name, self.list)
                item.setToolTip(str(path))
                item.setData(_PATH, path)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._refresh()

    def accept(self) -> None:
        """Tell what was chosen."""
        paths = list(self.paths)
        super().accept()
        self.chosen.emit(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the current one away."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._leave_out()
        else:
            super().keyPressEvent(event)

    def _ask_for_more(self) -> None:
        dialog = RecordingsDialog(self._settings, self)
        dialog.files_chosen.connect(self.add)
        dialog.open()

    def _leave_out(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._refresh()

    def _put_first(self) -> None:
        self.list.insertItem(0, self.list.takeItem(self.list.currentRow()))
        self.list.setCurrentRow(0)

    def _refresh(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.remove_button.setEnabled(row >= 0)
        self.first_button.setEnabled(row > 0)
        self.open_button.setEnabled(count >= _LEAST)
