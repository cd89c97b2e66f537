"""What is done to a whole speaker, wired: the card's menu, the list of all turns, names known from elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.editing import turn_acts
from desktop_app.core.editing.turn_edits import Act, SetSpeakers
from desktop_app.core.transcript.speaker_names import is_numbered
from desktop_app.core.transcript.values import Span, Speaker
from desktop_app.translation import tr
from desktop_app.ui.speakers.speaker_menu import SpeakerMenu
from desktop_app.ui.speakers.speaker_turns import SpeakerTurns
from desktop_app.ui.state.turns_in_a_row import TurnsInARow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint

    from desktop_app.ui.speakers.speaker_card import SpeakerCard
    from desktop_app.ui.speakers.speakers_panel import SpeakersPanel
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.state.listening import Listening
    from desktop_app.ui.state.session import Session


class SpeakerActs(QObject):
    """Stands between the cards, the document in view and the player."""

    menu_made = Signal(object, str)  # SpeakerMenu, speaker id: more may be added to it

    def __init__(self, panel: SpeakersPanel, session: Session, listening: Listening) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._listening = listening
        self._document: Document | None = None
        self.row = TurnsInARow(listening)
        panel.menu_asked.connect(self.open_menu)
        panel.naming.connect(self._offer_names)

    def show_document(self, document: Document | None) -> None:
        """Another recording is in view."""
        self._document = document

    def open_menu(self, speaker_id: str, at: QPoint) -> None:
        """Offer what can be done with a speaker."""
        if (menu := self.make_menu(speaker_id)) is not None:
            menu.popup(at)

    def make_menu(self, speaker_id: str) -> SpeakerMenu | None:
        """The menu of a speaker's card."""
        document = self._document
        if document is None:
            return None
        speaker, others = document.transcript.speaker(speaker_id), self._others(speaker_id)
        menu = SpeakerMenu(speaker, others, self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Rename…"), partial(self._panel.edit_name, speaker_id))
        menu.addAction(tr("All turns…"), partial(self.show_turns, speaker_id))
        if document.can_edit:
            menu.addSeparator()
            menu.offer_others(tr("Make one with"), lambda kept: self._panel.merge_into(speaker_id, kept))
            menu.offer_others(tr("Give all turns to"), partial(self._give_all, speaker_id))
            menu.offer_colours(partial(self.recolour, speaker_id))
        self.menu_made.emit(menu, speaker_id)
        return menu

    def recolour(self, speaker_id: str, colour: int) -> None:
        """Give a speaker another colour."""
        document = self._document
        if document is None:
            return
        old = document.speakers
        new = tuple(Speaker(each.id, each.name, colour) if each.id == speaker_id else each for each in old)
        if new != old:
            document.edit(SetSpeakers(Act.RECOLOUR, old, new))

    def show_turns(self, speaker_id: str) -> SpeakerTurns | None:
        """List all turns of a speaker."""
        document = self._document
        if document is None:
            return None
        turns = [turn for turn in document.transcript.spoken_turns() if turn.speaker == speaker_id]
        speaker = document.transcript.speaker(speaker_id)
        dialog = SpeakerTurns(speaker, turns, self._others(speaker_id), self._panel.window())
        spans = [Span(turn.start_ms, turn.end_ms) for turn in turns]
        dialog.turn_chosen.connect(lambda number: self.row.play(spans[number : number + 1]))
        dialog.play_asked.connect(lambda numbers: self.row.play([spans[number] for number in numbers]))
        self.row.begun.connect(dialog.show_playing)
        transcript = document.transcript
        dialog.give_asked.connect(
            lambda numbers, who: self._give([turns[number] for number in numbers], who, transcript)
        )
        dialog.finished.connect(lambda _: self.row.stop())
        dialog.give.setEnabled(document.can_edit)
        dialog.play.setEnabled(self._listening.is_available)
        dialog.open()
        return dialog

    def _others(self, speaker_id: str) -> list[Speaker]:
        listed = [card.speaker for card in self._panel.cards]
        return [each for each in listed if each.id != speaker_id]

    def _give_all(self, speaker_id: str, to: str) -> None:
        document = self._document
        if document is not None:
            turns = document.transcript.turns
            places = [place for place, turn in enumerate(turns) if turn.speaker == speaker_id]
            document.edit(turn_acts.give_turns(document.transcript, places, to))

    def _give(self, turns: Sequence[object], to: str, transcript: object) -> None:
        """Turns of the list, if nothing was changed since it was made."""
        document = self._document
        if document is None or document.transcript is not transcript:
            return
        wanted = set(map(id, turns))
        places = [place for place, turn in enumerate(document.transcript.turns) if id(turn) in wanted]
        document.edit(turn_acts.give_turns_to(document.transcript, places, to or None))

    def _offer_names(self, card: SpeakerCard) -> None:
        """The names that speakers have in other recordings, and here."""
        known = {name for each in self._session.recordings for name in each.speaker_names}
        here = {each.name for each in self._document.speakers if not is_numbered(each)} if self._document else set()
        numbered = {name for name in known if is_numbered(Speaker("", name, 0))}
        card.name.offer(sorted(known - numbered | here - {card.speaker.name}, key=str.casefold))
