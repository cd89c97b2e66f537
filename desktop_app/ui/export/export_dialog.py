"""The export dialog: formats and their options, what goes out, name, folder, and a look at what will be written."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.export.clips_by import ClipsBy
from desktop_app.core.export.destination import Destination, files_in_the_way
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.name_pattern import USUAL_PATTERN, stem_by
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.preset import Preset
from desktop_app.core.export.write import Exported, export_transcript
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.transcript.values import Transcript
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.translation import tr
from desktop_app.ui.export.export_choices import ExportChoices
from desktop_app.ui.export.export_preview import ExportPreview
from desktop_app.ui.export.export_questions import folder_question, replacing_question
from desktop_app.ui.export.format_list import FormatList
from desktop_app.ui.export.preset_row import PresetRow
from desktop_app.ui.export.pseudonym_row import PseudonymRow
from desktop_app.ui.state.background import Task
from desktop_app.ui.state.export_choice import (
    is_name,
    remember_choice,
    remember_pattern,
    remembered_choice,
    remembered_pattern,
)
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled, button_row
from desktop_app.ui.widgets.toned_label import toned_label

_WIDTH_PX = 720
_CHOICES_PX = 320
_CLIPS = (
    (tr("none", "sound clips"), None),
    (tr("a file for each turn"), ClipsBy.TURN),
    (tr("a file for each speaker"), ClipsBy.SPEAKER),
)


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
        self.presets = PresetRow(ALL_FORMATS)
        self.list = FormatList(ALL_FORMATS)
        self.choices = ExportChoices(ALL_FORMATS, PseudonymRow(transcript.speakers, proposed.folder))
        self.preview = ExportPreview(transcript)
        pattern = remembered_pattern(settings)
        self.name = QLineEdit(proposed.stem if pattern == USUAL_PATTERN else pattern)
        self.name.setAccessibleName(tr("Name"))
        self.name.setToolTip(tr("{{name}}, {{date}} and {{language}} stand for what they are called."))
        self.folder = QLineEdit(str(proposed.folder))
        self.folder.setAccessibleName(tr("Folder"))
        self.choose = QPushButton(tr("Choose…"))
        self.clips = ChoiceBox()
        self.clips.setAccessibleName(tr("Sound"))
        self.clips.addItems([label for label, _ in _CLIPS])
        self.names_left = toned_label("", "bad")
        self.names_left.setWordWrap(True)
        self.names_left.hide()
        self.files = toned_label("", "muted")
        self.files.setWordWrap(True)
        self.error = toned_label("", "bad")
        self.error.setWordWrap(True)
        self.export = QPushButton(tr("Export"))
        self.export.setProperty("role", "primary")
        self.export.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._take(remembered_choice(settings, ALL_FORMATS))
        self.presets.read()

    def formats(self) -> tuple[ExportFormat, ...]:
        """The formats that are ticked, with their options."""
        return tuple(self.choices.format_of(each) for each in self.list.extensions())

    def targets(self) -> tuple[Path, ...]:
        """The files that are wished for."""
        place = self._place()
        return place.paths(place.stem, self.list.extensions())

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
        column.addWidget(self.presets)
        column.addSpacing(4)
        column.addLayout(self._chosen(), 1)
        column.addWidget(toned_label(tr("Preview"), "heading"))
        column.addWidget(self.preview, 1)
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(toned_label(tr("Name"), "heading"), 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(toned_label(tr("Folder"), "heading"), 1, 0)
        grid.addWidget(self.folder, 1, 1)
        grid.addWidget(self.choose, 1, 2)
        grid.addWidget(toned_label(tr("Sound"), "heading"), 2, 0)
        grid.addWidget(self.clips, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.names_left)
        column.addWidget(self.files)
        return body

    def _chosen(self) -> QHBoxLayout:
        """The formats, and the options of the one in view, beside each other."""
        row = QHBoxLayout()
        row.setSpacing(16)
        scrolled = Scrolled(self.choices, _CHOICES_PX)
        scrolled.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # as high as the list
        for heading, part, stretch in ((tr("Formats"), self.list, 0), (tr("Options"), scrolled, 1)):
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(toned_label(heading, "heading"))
            column.addWidget(part, 1)
            row.addLayout(column, stretch)
        return row

    def _connect(self) -> None:
        self.list.ticked.connect(self._change)
        self.list.looked_at.connect(self._look_at)
        self.choices.edited.connect(self._change)
        self.name.textChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.clips.currentIndexChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose_folder)
        self.choose.setAutoDefault(False)
        self.presets.chosen.connect(self._take)
        self.presets.asked_to_keep.connect(self._keep_preset)
        self.presets.refused.connect(self._say)
        self.choices.pseudonyms.refused.connect(self._say)
        self.preview.names_left.connect(self._warn)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._export)

    def _take(self, preset: Preset) -> None:
        """Have all that a preset says."""
        self.choices.take(preset.formats, preset.adaptation)
        self.list.blockSignals(True)
        self.list.tick(each.extension for each in preset.formats)
        self.list.blockSignals(False)
        self._look_at(self.list.current_extension())
        self._refresh()

    def _keep_preset(self, name: str) -> None:
        self.presets.add(Preset(name, self.formats(), self.choices.adaptation()))

    def _change(self) -> None:
        """Something else is chosen than before."""
        self.presets.forget()
        self._look_at(self.list.current_extension())
        self._refresh()

    def _look_at(self, extension: str) -> None:
        self.choices.look_at(extension)
        self.preview.show_of(self.choices.format_of(extension), self.choices.adaptation())

    def _place(self) -> Destination:
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        return replace(self._proposed, folder=folder, stem=self._stem())

    def _stem(self) -> str:
        typed = self.name.text().strip()
        if "{" not in typed:
            return typed
        return stem_by(typed, self._proposed.stem, self._transcript, date.today())

    def _refresh(self) -> None:
        can_be_named = is_name(self._stem())
        targets = self.targets() if can_be_named else ()
        lines = [_target_line(path) for path in targets]
        if targets and self.clips.currentIndex():
            lines.append(tr("{folder}: sound", folder=_clips_folder(self._place()).name))
        missing = (
            tr("Choose at least one format.") if can_be_named else tr("A name has no slash in it, and is not empty.")
        )
        self.files.setText("\n".join(lines) or missing)
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
        place, endings, origin = self._place(), self.list.extensions(), self._origin
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
        adaptation, clips = self.choices.adaptation(), _CLIPS[self.clips.currentIndex()][1]

        def write() -> Exported:
            done = export_transcript(transcript, place, formats, origin, replace=replace_files, adaptation=adaptation)
            if clips is not None:
                from desktop_app.core.export.sound_clips import write_clips  # what decodes sound is not loaded before

                write_clips(transcript, _clips_folder(place), clips, adaptation)
            return done

        self._start(Task(write, (ExportError, SettingsError), self), self._written)

    def _start(self, task: Task, succeeded: Callable[[Task, Any], None]) -> None:
        self.export.setEnabled(False)
        task.succeeded.connect(succeeded)
        task.failed.connect(self._not_written)
        task.start()

    def _written(self, task: Task, exported: Exported) -> None:
        task.deleteLater()
        remember_choice(self._settings, Preset("", self.formats()))
        remember_pattern(self._settings, self.name.text().strip())
        self.exported.emit(list(exported.paths))
        self.accept()

    def _not_written(self, task: Task, error: Exception) -> None:
        task.deleteLater()
        self._refresh()
        self._say(f"{error}.")

    def _warn(self, sentence: str) -> None:
        """Names that can still be read, though they have a pseudonym; '' if there are none."""
        self.names_left.setText(sentence)
        self.names_left.setVisible(bool(sentence))

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()


def _clips_folder(place: Destination) -> Path:
    return place.folder / f"{place.stem} clips"


def _target_line(path: Path) -> str:
    return tr("{file}  is there already", file=path.name) if os.path.lexists(path) else path.name
