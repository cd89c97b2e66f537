"""The export dialog: formats, folder, and a look at what will be written."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.formats import FORMATS, ExportFormat
from desktop_app.core.export.write import export_transcript
from desktop_app.core.transcript.values import Transcript
from desktop_app.ui.background import Task
from desktop_app.ui.export_choice import remember_formats, remembered_formats, target_paths
from desktop_app.ui.toned_label import toned_label

_WIDTH_PX = 520


class ExportDialog(QDialog):
    """Writes one transcript; stays open, with the reason, where that fails."""

    exported = Signal(list)  # list[Path]

    def __init__(
        self, transcript: Transcript, folder: Path, stem: str, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setMinimumWidth(_WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._transcript = transcript
        self._stem = stem
        self._settings = settings
        self.boxes = {each: QCheckBox(f"{each.label} (.{each.extension})") for each in FORMATS}
        for each in remembered_formats(settings):
            self.boxes[each].setChecked(True)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName("Folder")
        self.choose = QPushButton("Choose…")
        self.preview = toned_label("", "muted")
        self.preview.setWordWrap(True)
        self.error = toned_label("", "bad")
        self.error.setWordWrap(True)
        self.export = QPushButton("Export")
        self.export.setProperty("role", "primary")
        self.export.setDefault(True)
        self.cancel = QPushButton("Cancel")
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label("Formats", "heading"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(toned_label("Folder", "heading"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.preview)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.toggled.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose_folder)
        self.choose.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._export)

    def formats(self) -> tuple[ExportFormat, ...]:
        """The formats that are ticked."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())

    def targets(self) -> list[Path]:
        """The files that will be written."""
        return target_paths(self._folder(), self._stem, self.formats())

    def _folder(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _refresh(self) -> None:
        targets = self.targets()
        there = {path for path in targets if path.exists()}
        lines = [f"{path.name}{'  replaces the file that is there' if path in there else ''}" for path in targets]
        self.preview.setText("\n".join(lines) or "Choose at least one format.")
        self.export.setText("Replace and export" if there else "Export")
        self.export.setEnabled(bool(targets) and bool(self.folder.text().strip()))
        self.error.clear()
        self.error.hide()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "Export to", str(self._folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _export(self) -> None:
        self.export.setEnabled(False)
        transcript, folder, stem, formats = self._transcript, self._folder(), self._stem, self.formats()
        task = Task(lambda: export_transcript(transcript, folder, stem, formats), (ExportError,), self)
        task.succeeded.connect(self._written)
        task.failed.connect(self._not_written)
        task.start()

    def _written(self, task: Task, paths: list[Path]) -> None:
        task.deleteLater()
        remember_formats(self._settings, self.formats())
        self.exported.emit(paths)
        self.accept()

    def _not_written(self, task: Task, error: ExportError) -> None:
        task.deleteLater()
        self._refresh()
        self.error.setText(f"{error}.")
        self.error.show()
