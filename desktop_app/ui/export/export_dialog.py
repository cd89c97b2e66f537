"""The export dialog: formats, name, folder, and a look at what will be written."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.export.destination import Destination, files_in_the_way
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.transcript.values import Transcript
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.translation import tr
from desktop_app.ui.export.export_questions import folder_question, replacing_question
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.export_choice import is_name, remember_formats, remembered_formats
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label

_WIDTH_PX = 480


class ExportDialog(FittingDialog):
    """Writes one transcript; stays open, with the reason, where that fails."""

    exported = Signal(list)  # list[Path]

    def __init__(
        self,
        transcript: Transcript,
        proposed: Destination,
        settings: QSettings,
        parent: QWidget | None = None,
        *,
        regrouped: bool = False,
    ) -> None:
        """regrouped: the user has changed who speaks."""
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._transcript = transcript
        self._origin = origin_of(transcript, regrouped=regrouped)
        self._proposed = proposed
        self._settings = settings
        self.boxes = {each: QCheckBox(f"{each.label} (.{each.extension})") for each in ALL_FORMATS}
        for each in remembered_formats(settings):
            self.boxes[each].setChecked(True)
        self.name = QLineEdit(proposed.stem)
        self.name.setAccessibleName(tr("Name"))
        self.folder = QLineEdit(str(proposed.folder))
        self.folder.setAccessibleName(tr("Folder"))
        self.choose = QPushButton(tr("Choose…"))
        self.preview = toned_label("", "muted")
        self.preview.setWordWrap(True)
        self.error = toned_label("", "bad")
        self.error.setWordWrap(True)
        self.export = QPushButton(tr("Export"))
        self.export.setProperty("role", "primary")
        self.export.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Scrolled(self._body(), _WIDTH_PX), 1)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addLayout(button_row(self.cancel, self.export))

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Formats"), "heading"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(toned_label(tr("Name"), "heading"))
        column.addWidget(self.name)
        column.addSpacing(8)
        column.addWidget(toned_label(tr("Folder"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.preview)
        column.addStretch(1)
        return body

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.toggled.connect(self._refresh)
        self.name.textChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose_folder)
        self.choose.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._export)

    def formats(self) -> tuple[ExportFormat, ...]:
        """The formats that are ticked."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())

    def targets(self) -> tuple[Path, ...]:
        """The files that are wished for."""
        place = self._place()
        return place.paths(place.stem, self._endings())

    def _place(self) -> Destination:
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        return replace(self._proposed, folder=folder, stem=self.name.text().strip())

    def _endings(self) -> list[str]:
        return [each.extension for each in self.formats()]

    def _refresh(self) -> None:
        can_be_named = is_name(self.name.text().strip())
        targets = self.targets() if can_be_named else ()
        lines = [_target_line(path) for path in targets]
        missing = (
            tr("Choose at least one format.") if can_be_named else tr("A name has no slash in it, and is not empty.")
        )
        self.preview.setText("\n".join(lines) or missing)
        self.export.setEnabled(bool(targets) and bool(self.folder.text().strip()))
        self.error.clear()
        self.error.hide()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Export to"), str(self._place().folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _export(self) -> None:
        """Begin with what has to be asked."""
        folder = self._place().folder
        if os.path.lexists(folder):
            self._look_what_is_there()
            return
        question = folder_question(folder, self)
        question.accepted.connect(self._look_what_is_there)
        question.open()

    def _look_what_is_there(self) -> None:
        place, endings, origin = self._place(), self._endings(), self._origin
        self._start(Task(lambda: files_in_the_way(place, endings, origin), (), self), self._ask)

    def _ask(self, task: Task, taken: list[Path]) -> None:
        task.deleteLater()
        if not taken:
            self._write()
            return
        self.export.setEnabled(True)
        replacing_question(
            taken, self, replace=lambda: self._write(replace_files=True), keep_both=lambda: self._write()
        ).open()

    def _write(self, *, replace_files: bool = False) -> None:
        transcript, place, formats, origin = self._transcript, self._place(), self.formats(), self._origin
        self._start(
            Task(
                lambda: export_transcript(transcript, place, formats, origin, replace=replace_files),
                (ExportError,),
                self,
            ),
            self._written,
        )

    def _start(self, task: Task, succeeded: Callable[[Task, Any], None]) -> None:
        self.export.setEnabled(False)
        task.succeeded.connect(succeeded)
        task.failed.connect(self._not_written)
        task.start()

    def _written(self, task: Task, exported: Exported) -> None:
        task.deleteLater()
        remember_formats(self._settings, self.formats())
        self.exported.emit(list(exported.paths))
        self.accept()

    def _not_written(self, task: Task, error: ExportError) -> None:
        task.deleteLater()
        self._refresh()
        self.error.setText(f"{error}.")
        self.error.show()


def _target_line(path: Path) -> str:
    return tr("{file}  is there already", file=path.name) if os.path.lexists(path) else path.name
