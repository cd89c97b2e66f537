"""What a search has found gives way to something else: one match, or all, in words and in names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.replacing import replace_everywhere, replaced
from desktop_app.translation import plural, tr
from desktop_app.ui.state.shown_turn import utf16_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.editing.finding import Found
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.transcript.search_matches import Match
    from desktop_app.ui.transcript.text_editing import TextEditing
    from desktop_app.ui.transcript.transcript_search import TranscriptSearch
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces


class MatchReplacing(QObject):
    """Each is one step, and does nothing where the text cannot be changed.

    told: what was done, in a sentence. refused: why it cannot be.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, text: TranscriptText, places: TurnPlaces, editing: TextEditing, search: TranscriptSearch
    ) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._editing = editing
        self._search = search

    def replace(self, new: str) -> None:
        """The current match; the next one is current afterwards."""
        now, match = self._begin(), self._search.current
        if now is None or match is None:
            return
        shown = self._text.shown[match.block]
        old = now.speaker(shown.speaker).name if match.in_name else shown.text
        found = self._replacements([old], new)
        if not found:
            return
        one = found[0][self._search.number_in_text(match)]
        changed = replaced(old, [one])
        if match.in_name:
            self._do(now, {}, {shown.speaker: changed})
        else:
            self._do(now, {match.block: changed}, {})
        self._search.go_behind(self._after(match, one, changed))

    def replace_all(self, new: str) -> None:
        """Every match there is."""
        now = self._begin()
        if now is None:
            return
        texts, names = self._search.searched()
        speakers = {turn.speaker: name for turn, name in zip(self._text.shown, names, strict=True) if name}
        found = self._replacements([*texts, *speakers.values()], new)
        in_texts, in_names = found[: len(texts)], found[len(texts) :]
        changed = {block: replaced(texts[block], each) for block, each in enumerate(in_texts) if each}
        renamed = {who: replaced(speakers[who], each) for who, each in zip(speakers, in_names, strict=False) if each}
        if self._do(now, changed, renamed):
            named = [name for name in renamed.values() if name.strip()]
            self.told.emit(_in_words(sum(map(len, in_texts)), len(named)))

    def _begin(self) -> Transcript | None:
        """The transcript as it is now; None where it cannot be changed."""
        self._editing.settle()
        document = self._text.source
        if document is None or not self._editing.is_allowed:
            return None
        self._search.look_again()
        return document.transcript

    def _replacements(self, texts: Sequence[str], new: str) -> list[list[Found]]:
        try:
            return self._search.finder.replacements(texts, new)
        except PatternError as error:
            self.refused.emit(str(error))
            return []

    def _do(self, now: Transcript, changed: dict[int, str], renamed: dict[str, str]) -> bool:
        """Other texts in blocks, and other names; whether anything is another now."""
        document = self._text.source
        nameless = next((who for who, name in renamed.items() if not name.strip()), None)
        if nameless is not None:
            self.refused.emit(tr("{name} keeps the name: a speaker needs one.", name=now.speaker(nameless).name))
        places = {self._places.place_of(block, now): text for block, text in changed.items()}
        texts = {place: text for place, text in places.items() if place is not None}
        edit = replace_everywhere(now, texts, renamed)
        if edit is not None and document is not None:
            document.edit(edit)
        return edit is not None

    @staticmethod
    def _after(match: Match, one: Found, changed: str) -> Match:
        """Where the new text ends; the beginning of the next turn where nothing is left of this one."""
        if not changed.split():
            return match._replace(end=match.end if match.in_name else 0)
        return match._replace(end=match.start + utf16_units(one.new))


def _in_words(places: int, names: int) -> str:
    """'Replaced in 12 places and 1 name.'"""
    if not names:
        return plural("Replaced in {n} places.", "Replaced in {n} place.", places)
    if not places:
        return plural("Replaced in {n} names.", "Replaced in {n} name.", names)
    also = plural("{n} names", "{n} name", names)
    return plural("Replaced in {n} places and {names}.", "Replaced in {n} place and {names}.", places, names=also)
