"""One engine among the technical details: which form of which files, and what its self-test found."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.pipeline.status import EngineStatus, PassedOver
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_words import PURPOSES, is_here
from desktop_app.ui.engines.file_table import FileTable
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import sentence


class FactsCard(Card):
    """Does not change, a new report makes a new card."""

    def __init__(self, engine: EngineStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        device = engine.device.upper() if is_here(engine) else engine.device
        column.addWidget(toned_label(f"{PURPOSES.get(engine.role, engine.role)}: {engine.label}, {device}", "strong"))
        faults = (engine.reason, *map(_instead_of, engine.passed_over))
        test = tr("self-test: {found}", found=engine.self_test) if engine.self_test else None
        # Of an engine elsewhere, the place says it all.
        for line in (engine.note if is_here(engine) else None, test, *faults):
            if line:
                column.addWidget(WrappingText(sentence(line), "muted"))
        if engine.files:
            column.addWidget(FileTable(engine.files))


def _instead_of(other: PassedOver) -> str:
    return tr("instead of {engine}: {reason}", engine=other.label, reason=other.reason)
