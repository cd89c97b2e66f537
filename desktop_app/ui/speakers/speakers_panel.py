"""The right panel: how many speak, who, how much, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.transcript.statistics import SpeakerStatistics, speaker_statistics
from desktop_app.core.transcript.values import Speaker
from desktop_app.translation import tr
from desktop_app.ui.speakers.speaker_card import SpeakerCard
from desktop_app.ui.speakers.speaker_grouping import SpeakerGrouping
from desktop_app.ui.state.document import Document
from desktop_app.ui.state.live_turns import UNSURE, LiveTurn
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.toned_label import toned_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.known_voices.suggestions import Suggestion

REFRESH_MS = 250


class SpeakersPanel(QWidget):
    """A card for each speaker, in the order they were first heard. Hidden while there are none."""

    filled = Signal(bool)  # whether there is anybody to show
    voice_asked = Signal(str)  # speaker id: the voice is to be heard, or no more
    menu_asked = Signal(str, object)  # speaker id, QPoint: on the screen
    naming = Signal(object)  # SpeakerCard: its name is about to be typed
    suggestion_refused = Signal(str)  # speaker id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards: list[SpeakerCard] = []
        self.grouping = SpeakerGrouping()
        self._document: Document | None = None
        self._voice: str | None = None  # whose sample sounds
        self._offers_voices = False
        self._told = ""  # whose name turned out to be another's, too
        self._suggestions: Mapping[str, Suggestion] = {}  # by the speakers' ids
        # Counting an hours-long transcript takes a while: not for each of the many turns a job sends.
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 0, 12)
        layout.setSpacing(8)
        heading = toned_label(tr("Speakers"), "heading")
        heading.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.grouping)
        body = QWidget()
        body.setObjectName("panelBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._scroll = Scrolled(body)
        layout.addWidget(self._scroll, 1)

    def show_document(self, document: Document | None) -> None:
        """Show another document's speakers, and follow its changes."""
        if self._document is not None:
            self._document.turns_added.disconnect(self._refresh_soon)
            self._document.replaced.disconnect(self._refresh_soon)
            self._document.turns_changed.disconnect(self._refresh_at_rest)
            self._document.renamed.disconnect(self.refresh)
            self._document.heard.disconnect(self._heard)
            self._document.speaker_found.disconnect(self.refresh)
        self._document, self._told = document, ""
        if document is not None:
            document.turns_added.connect(self._refresh_soon)
            document.replaced.connect(self._refresh_soon)
            document.turns_changed.connect(self._refresh_at_rest)
            document.renamed.connect(self.refresh)
            document.heard.connect(self._heard)
            document.speaker_found.connect(self.refresh)
        self.refresh()

    def edit_name(self, speaker_id: str | None = None) -> None:
        """Rename this speaker; else the one whose card has the focus, else the first."""
        wanted = [card for card in self.cards if card.speaker.id == speaker_id or card.hasFocus()]
        for card in (wanted or self.cards)[:1]:
            self._scroll.ensureWidgetVisible(card)
            card.rename()

    def offer_voices(self, offered: bool) -> None:
        """Whether the speakers can be heard."""
        self._offers_voices = offered
        for card in self.cards:
            card.offer_voice(offered)

    def show_voice(self, speaker_id: str | None) -> None:
        """This speaker's sample sounds; None: nobody's does."""
        self._voice = speaker_id
        for card in self.cards:
            card.show_voice(card.speaker.id == speaker_id)

    def show_suggestions(self, suggestions: Mapping[str, Suggestion]) -> None:
        """Ask whether these speakers, by their ids, are whom they sound like."""
        self._suggestions = suggestions
        for card in self.cards:
            card.suggestion.ask(card.speaker.id, suggestions.get(card.speaker.id))

    def focus_first(self) -> None:
        """Give the keyboard to the first card."""
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh_soon(self) -> None:
        if not self.cards:
            self.refresh()
        elif not self._soon.isActive():
            self._soon.start()

    def _refresh_at_rest(self) -> None:
        """Not while somebody types."""
        self._soon.start()

    def _heard(self, turn: LiveTurn) -> None:
        if turn.settled is None and not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Show the document as it is now."""
        self._soon.stop()
        shown = _who_speaks(self._document) if self._document else []
        while len(self.cards) > len(shown):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(shown):
            self._add_card(shown[len(self.cards)][0])
        for card, (speaker, figures) in zip(self.cards, shown, strict=True):
            card.show_speaker(speaker, figures)
            card.show_voice(speaker.id == self._voice)
            card.suggestion.ask(speaker.id, self._suggestions.get(speaker.id))
            if speaker.id != self._told or not self._namesakes(speaker.id):
                card.namesake.hide()
        self.filled.emit(bool(self.cards))

    def _add_card(self, speaker: Speaker) -> None:
        card = SpeakerCard(speaker)
        card.renamed.connect(self._rename)
        card.merge_asked.connect(self._merge)
        card.stepped.connect(self._step)
        card.voice_asked.connect(self.voice_asked)
        card.menu_asked.connect(self.menu_asked)
        card.dropped.connect(self.merge_into)
        card.suggestion.refused.connect(self.suggestion_refused)
        card.name.begun.connect(lambda: self.naming.emit(card))
        card.offer_voice(self._offers_voices)
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)

    def _rename(self, speaker_id: str, name: str) -> None:
        if self._document is None or not self._document.rename(speaker_id, name):
            return
        if others := self._namesakes(speaker_id):
            self._told = speaker_id
            for card in self._cards_of(speaker_id):
                card.tell_of_namesake(others[0].name, can_merge=self._document.can_edit)
                self._scroll_soon(card)

    def _merge(self, speaker_id: str) -> None:
        if others := self._namesakes(speaker_id):
            self.merge_into(speaker_id, others[0].id)

    def merge_into(self, gone: str, kept: str) -> None:
        """Make two speakers one, who keeps the second one's name."""
        if self._document is None or not self._document.can_edit:
            return
        self._document.merge(kept, gone)
        self.refresh()
        for card in self._cards_of(kept):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards_of(self, speaker_id: str) -> list[SpeakerCard]:
        return [card for card in self.cards if card.speaker.id == speaker_id]

    def _namesakes(self, speaker_id: str) -> tuple[Speaker, ...]:
        return self._document.namesakes(speaker_id) if self._document else ()

    def _scroll_soon(self, card: SpeakerCard) -> None:
        """Once the card has the height that it wants."""
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card))

    def _step(self, by: int) -> None:
        focused = next((i for i, card in enumerate(self.cards) if card.hasFocus()), 0)
        card = self.cards[max(0, min(focused + by, len(self.cards) - 1))]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(card)


def _who_speaks(document: Document) -> list[tuple[Speaker, SpeakerStatistics]]:
    """Those who have words. Of live captions everybody: a card that is being named must not become another's."""
    transcript = document.transcript
    figures = zip(transcript.speakers, speaker_statistics(transcript), strict=True)
    return [(s, f) for s, f in figures if s.id != UNSURE.id and (f.turns or document.live is not None)]
