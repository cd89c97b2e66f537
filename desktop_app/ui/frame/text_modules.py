"""Text modules: names and phrases that come into the text by a key of their own."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.translation import tr
from desktop_app.ui.widgets.scrolled import FittingDialog
from desktop_app.ui.widgets.toned_label import toned_label

COUNT = 9
_KEY = "text modules"


def read_modules(settings: QSettings) -> list[str]:
    """The modules from 1 to COUNT; '' where there is none."""
    return [str(settings.value(f"{_KEY}/{number}", "")) for number in range(1, COUNT + 1)]


class TextModules(FittingDialog):
    """One field for each; they are kept when the dialog is agreed to."""

    def __init__(self, settings: QSettings, keys: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Text modules"))
        self._settings = settings
        self.fields = [QLineEdit(text) for text in read_modules(settings)]
        form = QFormLayout()
        for number, (field, key) in enumerate(zip(self.fields, keys, strict=True), 1):
            field.setAccessibleName(tr("Text module {number}", number=number))
            field.setMinimumWidth(280)
            form.addRow(key or tr("Module {number}", number=number), field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("Text modules"), "subtitle"))
        column.addWidget(toned_label(tr("Each comes into the text where the caret is, by its key."), "muted"))
        column.addLayout(form)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Keep them."""
        for number, field in enumerate(self.fields, 1):
            self._settings.setValue(f"{_KEY}/{number}", field.text())
        super().accept()
