"""One engine on the engine page: does it work, where, from which files, whose work it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.ui.card import Card
from desktop_app.ui.dot import Dot
from desktop_app.ui.engine_words import PURPOSES, hint_here, is_here, level_of, place, sentence
from desktop_app.ui.file_table import FileTable
from desktop_app.ui.passage import Passage
from desktop_app.ui.toned_label import ElidedLabel, Tone, toned_label


class EngineCard(Card):
    """Shows one engine's state; it does not change, a new report makes new cards."""

    def __init__(self, engine: EngineStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        self._add_heading(engine)
        self._add_line(engine.reason and sentence(engine.reason), "bad")
        self._add_line(engine.hint and hint_here(engine.hint), "body")
        for other in engine.passed_over:
            self._add_line(f"Used instead of {other.label}: {other.reason}.", "body")
            self._add_line(hint_here(other.hint), "muted")
        # Of an engine elsewhere, the place says it all.
        self._add_line(sentence(engine.note) if engine.note and is_here(engine) else None, "muted")
        self._add_line(engine.self_test and f"Self-test: {engine.self_test}", "muted")
        self._column.addSpacing(2)
        if engine.files:
            self._column.addWidget(FileTable(engine.files))
        credit = ". ".join(part for part in (engine.attribution.removesuffix("."), engine.licence) if part)
        self._add_line(credit and f"{credit}.", "small")

    def _add_heading(self, engine: EngineStatus) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Dot(level_of(engine)))
        row.addWidget(toned_label(PURPOSES.get(engine.role, engine.role), "strong"))
        where = ElidedLabel("muted", Qt.TextElideMode.ElideMiddle)
        where.setText(f"{engine.label} {place(engine) if engine.usable else 'cannot be used'}")
        where.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(where, 1)
        self._column.addLayout(row)

    def _add_line(self, text: str | None, tone: Tone) -> None:
        if text:
            self._column.addWidget(Passage(text, tone))
