"""One engine on the engine page: does it work, where, whose work it is, and what to do if it does not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_words import PURPOSES, hint_here, level_of, plain, state_of, where
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.status_dot import Level, StatusDot
from desktop_app.ui.widgets.toned_label import Tone, toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.wording import sentence


class StateCard(Card):
    """A dot, what it is about, how it is, and lines below; it does not change, a new report makes new cards."""

    def __init__(self, level: Level, what: str, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(StatusDot(level))
        row.addWidget(toned_label(what, "strong"))
        row.addStretch(1)
        row.addWidget(toned_label(state, "muted"), 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(row)

    def add_line(self, text: str | None, tone: Tone) -> None:
        """Say this below; nothing for nothing."""
        if text:
            self._column.addWidget(WrappingText(text, tone))


def engine_card(engine: EngineStatus) -> StateCard:
    """A card for an engine."""
    card = StateCard(level_of(engine), PURPOSES.get(engine.role, engine.role), state_of(engine))
    card.add_line(where(engine) if engine.usable else engine.label, "muted")
    card.add_line(engine.reason and sentence(plain(engine.reason)), "bad")
    card.add_line(engine.hint and hint_here(engine.hint), "body")
    for other in engine.passed_over:
        instead = tr("Used instead of {engine}: {reason}.", engine=other.label, reason=plain(other.reason))
        card.add_line(instead, "body")
        card.add_line(hint_here(other.hint), "muted")
    credit = ". ".join(part for part in (engine.attribution.removesuffix("."), engine.licence) if part)
    card.add_line(credit and f"{credit}.", "small")
    return card


def fault_card(what: str, link: Link, level: Level) -> StateCard:
    """A card for something that no engine tells of, and that is to be seen to."""
    card = StateCard(level, what, tr("Does not work"))
    card.add_line(sentence(plain(link.detail)), "bad")
    card.add_line(hint_here(link.cure) if link.cure else None, "body")
    return card
