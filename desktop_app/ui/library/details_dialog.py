"""A recording's name, a note about it, and its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.toned_label import toned_label

if TYPE_CHECKING:
    from desktop_app.ui.state.recording import Recording

_NOTE_LINES = 5


class DetailsDialog(QDialog):
    """Changes nothing before it is accepted."""

    def __init__(self, recording: Recording, parent: QWidget) -> None:
        super().__init__(parent)
        self._recording = recording
        self.setWindowTitle(tr("Name, note and tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(recording.name)
        self.name.selectAll()
        self.note = QPlainTextEdit(recording.note)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing())
        self.tags = QLineEdit(", ".join(recording.tags))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._check)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        form = QFormLayout()
        form.setSpacing(12)
        for text, field in ((tr("Name"), self.name), (tr("Note"), self.note), (tr("Tags"), self.tags)):
            label = toned_label(text, "body")
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addRow(label, field)
        column.addLayout(form, 1)
        column.addWidget(toned_label(tr("Tags are separated by commas."), "muted"))
        column.addWidget(self.buttons)
        resize_within(self, self.sizeHint().expandedTo(self.minimumSizeHint()))

    def accept(self) -> None:
        """Take over what is written."""
        tags = tuple(dict.fromkeys(filter(None, (" ".join(each.split()) for each in self.tags.text().split(",")))))
        self._recording.describe(self.name.text(), self.note.toPlainText().strip(), tags)
        super().accept()

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name.text().strip()))
