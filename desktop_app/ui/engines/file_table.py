"""A model's files in rows: where each lies, its size, its hash, whether it is right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop_app.core.models.model_spec import FileState, ModelFile
from desktop_app.translation import tr
from desktop_app.ui.widgets.path_field import PathField
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.words.wording import size_in_words

_SHORT_HASH = 12
_FIXED_COLUMNS_PX = {1: 72, 2: 104, 3: 24}
_STATES: Mapping[FileState, str] = {
    "ok": tr("ok", "a file"),
    "missing": tr("missing", "a file"),
    "unreadable": tr("unreadable", "a file"),
    "wrong size": tr("wrong size", "a file"),
    "wrong hash": tr("wrong hash", "a file"),
}


class FileTable(QWidget):
    """Does not change; hashes are copied whole with a click."""

    def __init__(self, files: tuple[ModelFile, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for column, width_px in _FIXED_COLUMNS_PX.items():
            grid.setColumnMinimumWidth(column, width_px)
        self.stops: list[QWidget] = []
        """What the keyboard can reach, in order."""
        for row, file in enumerate(files):
            path, copy = PathField(file.path), _hash_button(file.sha256)
            self.stops += [path, copy]
            grid.addWidget(path, row, 0)
            grid.addWidget(toned_label(size_in_words(file.size), "small"), row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(copy, row, 2)
            grid.addWidget(_state(file), row, 3)


def _hash_button(sha256: str) -> QPushButton:
    button = QPushButton(f"{sha256[:_SHORT_HASH]}…")
    button.setProperty("role", "link")
    button.setAccessibleName(tr("Copy the hash {hash}", hash=sha256))
    button.setToolTip(tr("SHA-256 {hash}\nClick to copy", hash=sha256))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(sha256))
    return button


def _state(file: ModelFile) -> QLabel:
    return toned_label(_STATES[file.state], "small" if file.state == "ok" else "bad")
