"""What keys and menus do to the turns at the caret, or to what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from desktop_app.core.editing import turn_acts, word_acts
from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.transcript.edits import Edit
    from desktop_app.core.transcript.values import Mark, Speaker, Transcript, Turn
    from desktop_app.ui.transcript.text_editing import TextEditing
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces

INAUDIBLE = tr("(inaudible)")


class TurnCommands(QObject):
    """Each is one step, and does nothing where the text cannot be changed.

    refused: why nothing was done, in a sentence.
    """

    refused = Signal(str)

    def __init__(self, text: TranscriptText, places: TurnPlaces, editing: TextEditing) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._editing = editing

    # Whose it is.

    def give(self, number: int) -> None:
        """The turn at the caret, or what is selected, to the speaker of this number (from 1)."""
        self._do(lambda now, words: self._to(now, number, lambda who: turn_acts.give(now, words, who.id)))

    def give_from_here(self, number: int) -> None:
        """This turn and all later ones of its speaker to the speaker of this number."""
        self._do(
            lambda now, words: self._to(now, number, lambda who: turn_acts.give_from_here(now, words.first, who.id))
        )

    def split_and_give(self, number: int) -> None:
        """What follows the caret in its turn to the speaker of this number."""
        at = self._word_at_caret()

        def edit(now: Transcript, words: WordStretch) -> Edit | None:
            return self._to(now, number, lambda who: turn_acts.split(now, words.first, at, speaker=who.id))

        self._do(edit, after=lambda: self._go_to_word(at))

    def give_to_new_speaker(self) -> None:
        """The turn at the caret, or what is selected, to somebody who was not there yet."""
        self._do(turn_acts.give_to_new_speaker)

    # Turns.

    def delete(self) -> None:
        """The turns at the caret, or those in which something is selected, away."""
        self._do(lambda now, words: turn_acts.delete(now, _spoken(now, words)))

    def join(self) -> None:
        """The turns in which something is selected as one; else the one at the caret and the one before it."""
        self._do(self._joined)

    def border_back(self) -> None:
        """The last word of the turn before to the turn at the caret."""
        self._move_border(-1)

    def border_forth(self) -> None:
        """The first word of the turn at the caret to the turn before."""
        self._move_border(1)

    # Words.

    def mark(self, what: Mark) -> None:
        """The word at the caret, or what is selected, with a mark or without it."""
        self._do(lambda now, words: word_acts.mark(now, words, what), whole_turns=False)

    def make_inaudible(self) -> None:
        """A word that says so in the place of what is selected, or at the caret."""
        caret = self._text.textCursor()
        at = self._word_at_caret()

        def edit(now: Transcript, words: WordStretch) -> Edit | None:
            if not caret.hasSelection():
                words = WordStretch(words.first, at, words.first, at)
            elif words.first != words.last:
                self.refused.emit(tr("Select words of one turn."))
                return None
            return word_acts.make_inaudible(now, words, INAUDIBLE)

        self._do(edit, whole_turns=False)

    def insert_text(self, text: str) -> None:
        """Type a text module at the caret."""
        if self._editing.is_allowed:
            self._text.textCursor().insertText(text)
            self._text.typed.emit()

    def turn_at_caret(self) -> Turn | None:
        """The turn that the caret is in, once what is being typed is settled."""
        self._editing.settle()
        document = self._text.source
        number = self._text.textCursor().blockNumber()
        return None if document is None else self._places.turn_of(number, document.transcript)

    # How.

    def _do(
        self,
        make: Callable[[Transcript, WordStretch], Edit | None],
        *,
        whole_turns: bool = True,
        after: Callable[[], None] | None = None,
    ) -> None:
        document = self._text.source
        self._editing.settle()
        if document is None or not self._editing.is_allowed:
            return
        words = self._places.words_at(self._text.textCursor(), document.transcript, whole_turns=whole_turns)
        edit = None if words is None else make(document.transcript, words)
        if edit is not None:
            document.edit(edit)
            if after is not None:
                after()

    def _to(self, now: Transcript, number: int, make: Callable[[Speaker], Edit | None]) -> Edit | None:
        who = speaker_of_number(now, number)
        if who is None:
            self.refused.emit(tr("There is no speaker {number}.", number=number))
            return None
        return make(who)

    def _joined(self, now: Transcript, words: WordStretch) -> Edit | None:
        turns = _spoken(now, words)
        if len(turns) == 1:
            before = [place for place in range(words.first) if now.turns[place].words]
            turns = [*before[-1:], *turns]
        return turn_acts.join_turns(now, turns)

    def _move_border(self, by: int) -> None:
        def edit(now: Transcript, words: WordStretch) -> Edit | None:
            before = [place for place in range(words.first) if now.turns[place].words]
            if not before:
                return None
            return turn_acts.set_border(now, before[-1], words.first, len(now.turns[before[-1]].words) + by)

        self._do(edit, after=self._text.ensureCursorVisible)

    def _word_at_caret(self) -> int:
        """The word that the caret is at, or the next one; the nearer end of a word that it is inside of."""
        document = self._text.source
        caret = self._text.textCursor()
        if document is None:
            return 0
        return self._places.word_border(caret.blockNumber(), caret.positionInBlock(), document.transcript)

    def _go_to_word(self, at: int) -> None:
        """Into the turn that was split off: work goes on there."""
        caret = self._text.textCursor()
        if at:
            caret.movePosition(QTextCursor.MoveOperation.NextBlock)
            self._text.setTextCursor(caret)
        self._text.ensureCursorVisible()


def speaker_of_number(transcript: Transcript, number: int) -> Speaker | None:
    """Who has this number, from 1: in the order of the list, which shows those who have words."""
    speaking = {turn.speaker for turn in transcript.turns if turn.words}
    listed = [each for each in transcript.speakers if each.id in speaking]
    return listed[number - 1] if 0 < number <= len(listed) else None


def _spoken(transcript: Transcript, words: WordStretch) -> list[int]:
    return [place for place in range(words.first, words.last + 1) if transcript.turns[place].words]
