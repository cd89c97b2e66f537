"""The engine page: what works and what does not, the technical details behind it, and the self-test."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.jobs.messages import Failed, StatusReport
from desktop_app.translation import tr
from desktop_app.ui.engines.engine_card import engine_card, fault_card
from desktop_app.ui.engines.engine_words import link_level, news, to_see_to
from desktop_app.ui.engines.facts_card import FactsCard
from desktop_app.ui.engines.links_card import LinksCard
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.screen_fit import resize_within
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.toned_label import toned_label
from desktop_app.ui.widgets.wrapping_text import WrappingText
from desktop_app.ui.words.privacy import privacy_sentence

_USUAL = QSize(760, 600)


class EnginePage(QDialog):
    """Asks for a check and shows what it found."""

    check_clicked = Signal()
    models_clicked = Signal()
    settings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Engines"))
        resize_within(self, _USUAL)
        self.cards: list[Card] = []
        self.facts: list[Card] = []
        self.details = Disclosure()
        self.details.toggled.connect(self._show_details)
        self.privacy_sentence = WrappingText(privacy_sentence(""), "muted")
        self.failure = WrappingText("", "bad")
        self.failure.hide()
        self.models = QPushButton(tr("Models…"))
        self.models.clicked.connect(self.models_clicked)
        self.settings = QPushButton(tr("Settings…"))
        self.settings.clicked.connect(self.settings_clicked)
        self.check = QPushButton(tr("Run self-test"))
        self.check.clicked.connect(self._check)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.close)
        self.close_button.setDefault(True)
        self.news = toned_label(tr("The engines are starting…"), "muted")
        self.news.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(toned_label(tr("What turns sound into text"), "subtitle"))
        column.addWidget(self.privacy_sentence)
        column.addSpacing(4)
        column.addWidget(self.failure)
        body = QWidget()
        self._stack = QVBoxLayout(body)
        self._stack.setContentsMargins(0, 0, 8, 0)
        self._stack.setSpacing(8)
        self._stack.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack.addStretch(1)
        self._show_details(False)
        column.addWidget(Scrolled(body), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.news, 1)
        for button in (self.models, self.settings, self.check):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def show_promise(self, host: str) -> None:
        """Say what leaves the computer. host: what voices may be sent to, '' where nothing is."""
        self.privacy_sentence.set_text(privacy_sentence(host))

    def show_report(self, report: StatusReport) -> None:
        """Show a new report."""
        faults = to_see_to(report.links, report.needed)
        seen_to = [fault_card(what, link, link_level(link, report.needed)) for what, link in faults.items()]
        links = [LinksCard(report)] if report.links else []
        self._show_cards([*map(engine_card, report.engines), *seen_to], [*map(FactsCard, report.engines), *links])
        is_whole = not faults and all(engine.usable and not engine.passed_over for engine in report.engines)
        self._end_check(tr("Run self-test") if is_whole else tr("Try again"), news(report))
        self.failure.hide()

    def show_failure(self, failed: Failed) -> None:
        """The check itself failed: what was found before need not be true any more."""
        self._show_cards([], [])
        self._end_check(tr("Try again"), tr("The engines could not be looked at."))
        self.failure.set_text(f"{failed.reason} {failed.hint}".strip())
        self.failure.show()

    def show_checking(self) -> None:
        """A check is under way."""
        self.check.setEnabled(False)
        self.news.setText(tr("Running the self-test…"))

    def _show_cards(self, cards: list[Card], facts: list[Card]) -> None:
        for card in (*self.cards, *self.facts):
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self.facts = cards, facts
        for place, card in enumerate(cards):
            self._stack.insertWidget(place, card)
        for place, card in enumerate(facts, len(cards) + 1):
            self._stack.insertWidget(place, card)
        self._show_details(self.details.isChecked())

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(bool(self.facts))
        for card in self.facts:
            card.setVisible(shown)

    def _end_check(self, again: str, found: str) -> None:
        self.check.setText(again)
        self.check.setEnabled(True)
        self.news.setText(found)

    def _check(self) -> None:
        self.show_checking()
        self.check_clicked.emit()
