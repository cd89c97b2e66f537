"""One engine on the engine page: does it work, where, from which files, whose work it is."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.models.manifest import ModelFile
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.ui.card import Card
from desktop_app.ui.dot import Dot
from desktop_app.ui.engine_words import PURPOSES, place, sentence
from desktop_app.ui.path_field import PathField
from desktop_app.ui.toned_label import Tone, toned_label

_SHORT_HASH = 12
_FIXED_COLUMNS_PX = {1: 72, 2: 104, 3: 24}


class EngineCard(Card):
    """Shows one engine's state; it does not change, a new report makes new cards."""

    def __init__(self, engine: EngineStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        self._add_heading(engine)
        self._add_line(engine.reason and sentence(engine.reason), "bad")
        self._add_line(engine.hint, "body")
        self._add_line(engine.note and sentence(engine.note), "muted")
        self._add_line(engine.self_test and f"Self-test: {engine.self_test}", "muted")
        self._column.addSpacing(2)
        if engine.files:
            self._column.addLayout(_file_table(engine.files))
        credit = ". ".join(part for part in (engine.attribution.removesuffix("."), engine.licence) if part)
        self._add_line(credit and f"{credit}.", "small")

    def _add_heading(self, engine: EngineStatus) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Dot("good" if engine.usable else "bad"))
        row.addWidget(toned_label(PURPOSES.get(engine.role, engine.role), "strong"))
        row.addStretch(1)
        where = place(engine) if engine.usable else "cannot be used"
        row.addWidget(toned_label(f"{engine.label} {where}", "muted"))
        self._column.addLayout(row)

    def _add_line(self, text: str | None, tone: Tone) -> None:
        if text:
            label = toned_label(text, tone)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)


def _file_table(files: tuple[ModelFile, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    for column, width_px in _FIXED_COLUMNS_PX.items():
        grid.setColumnMinimumWidth(column, width_px)
    for row, file in enumerate(files):
        grid.addWidget(PathField(file.path), row, 0)
        size = toned_label(QLocale().formattedDataSize(file.size), "small")
        grid.addWidget(size, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(_hash_button(file.sha256), row, 2)
        grid.addWidget(_state(file), row, 3)
    return grid


def _hash_button(sha256: str) -> QPushButton:
    button = QPushButton(f"{sha256[:_SHORT_HASH]}…")
    button.setProperty("role", "link")
    button.setAccessibleName(f"Copy the hash {sha256}")
    button.setToolTip(f"SHA-256 {sha256}\nClick to copy")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(sha256))
    return button


def _state(file: ModelFile) -> QLabel:
    return toned_label(file.state, "small" if file.state == "ok" else "bad")
