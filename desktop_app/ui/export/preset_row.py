"""Presets: choose one, keep what is chosen as one, remove one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QPushButton, QWidget

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.preset import Preset, built_in_presets, keep_presets, own_presets
from desktop_app.core.store.errors import SettingsError
from desktop_app.translation import tr
from desktop_app.ui.widgets.choice_box import ChoiceBox


class PresetRow(QWidget):
    """chosen: a preset is to be taken. asked_to_keep: under this name. refused: why presets cannot be had or kept."""

    chosen = Signal(object)
    asked_to_keep = Signal(str)
    refused = Signal(str)

    def __init__(self, formats: Sequence[ExportFormat]) -> None:
        super().__init__()
        self._formats = formats
        self._built_in = built_in_presets(formats)
        self._own: tuple[Preset, ...] = ()
        self.box = ChoiceBox()
        self.box.setAccessibleName(tr("Preset"))
        self.keep = QPushButton(tr("Save as preset…"))
        self.remove = QPushButton(tr("Remove preset"))
        label = QLabel(tr("Preset"))
        label.setProperty("tone", "plain")
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        for button in (self.keep, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.box.activated.connect(self._choose)
        self.keep.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._remove)

    def read(self) -> None:
        """Have the user's presets in the list."""
        try:
            self._own = own_presets(self._formats)
        except SettingsError as error:
            self.keep.setEnabled(False)  # what cannot be read is not written over
            self.refused.emit(f"{error}.")
        self._fill("")

    def add(self, preset: Preset) -> None:
        """Keep a preset, in the place of one of its name."""
        self._have((*(each for each in self._own if each.name != preset.name), preset), preset.name)

    def forget(self) -> None:
        """Something else is chosen than any preset says."""
        self.box.setCurrentIndex(0)
        self.remove.setEnabled(False)

    def _have(self, presets: tuple[Preset, ...], current: str) -> None:
        try:
            keep_presets(presets)
        except OSError as error:
            self.refused.emit(tr("The presets cannot be kept: {why}.", why=error.strerror or error))
            return
        self._own = tuple(sorted(presets, key=lambda each: each.name.casefold()))
        self._fill(current)

    def _fill(self, current: str) -> None:
        self.box.clear()
        self.box.addItem(tr("As chosen below"), None)
        for preset in (*self._built_in, *self._own):
            self.box.addItem(preset.name, preset)
        self.box.setCurrentIndex(max(0, self.box.findText(current)))
        self.remove.setEnabled(self.box.currentData() in self._own)

    def _choose(self) -> None:
        preset = self.box.currentData()
        self.remove.setEnabled(preset in self._own)
        if preset is not None:
            self.chosen.emit(preset)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Save as preset"))
        dialog.setLabelText(tr("Name of the preset"))
        dialog.setTextValue(self.box.currentText() if self.box.currentData() in self._own else "")
        dialog.textValueSelected.connect(self._keep)
        dialog.open()

    def _keep(self, name: str) -> None:
        name = name.strip()
        if not name or name in {each.name for each in self._built_in}:
            self.refused.emit(tr("A preset of your own needs a name that none of those has that come along."))
        else:
            self.asked_to_keep.emit(name)

    def _remove(self) -> None:
        preset = self.box.currentData()
        self._have(tuple(each for each in self._own if each is not preset), "")
