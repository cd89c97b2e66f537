"""Which folder is watched, in a line, and choosing another."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from desktop_app.core.project.places import library_folders
from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.toned_label import ElidedLabel, toned_label

_USUAL = QSize(800, 520)


class WatchedFolderRow(QWidget):
    """chosen: this folder is to be watched, '' for none. refused: why a folder is not watched."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAccessibleName(tr("Choose the watched folder"))
        self.choose.setToolTip(tr("The recordings in it are queued by themselves, and all that come into it"))
        self.stop = QPushButton(tr("Stop watching"))
        for button in (self.choose, self.stop):
            button.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.stop.clicked.connect(lambda: self.chosen.emit(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(toned_label(tr("Watched folder"), "plain"))
        row.addWidget(self.text, 1)
        row.addWidget(self.choose)
        row.addWidget(self.stop)
        self.show_folder("", "")

    def show_folder(self, folder: str, trouble: str) -> None:
        """Say which it is, and what is wrong with it, if anything is."""
        self._folder = folder
        self.text.setText(trouble or folder or tr("None", "a watched folder"))
        self.stop.setEnabled(bool(folder))

    def take(self, name: str) -> None:
        """Have this folder watched, unless it is where recordings of ours lie."""
        folder = Path(name)
        if any(folder.resolve() == each.resolve() for each in library_folders()):
            self.refused.emit(tr("Diarist keeps its own recordings in {folder}. Choose another one.", folder=folder))
        else:
            self.chosen.emit(name)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Watched folder"), self._folder or str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        resize_within(dialog, _USUAL)
        dialog.fileSelected.connect(self.take)
        dialog.open()
