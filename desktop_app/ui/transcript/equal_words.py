"""The word at the caret, replaced wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from desktop_app.core.editing.replacing import bare, equal_words, replace_words
from desktop_app.translation import plural, tr

if TYPE_CHECKING:
    from desktop_app.core.editing.replacing import WordPlace
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.transcript.text_editing import TextEditing
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces


class EqualWords(QObject):
    """Asks which places are meant, and does it in one step. told: what was done, or why nothing was."""

    told = Signal(str)

    def __init__(self, text: TranscriptText, places: TurnPlaces, editing: TextEditing) -> None:
        super().__init__(text)
        self._text = text
        self._places = places
        self._editing = editing

    def ask(self) -> None:
        """Ask about the word that the caret is in or behind, or that is selected."""
        from desktop_app.ui.transcript.equal_words_dialog import EqualWordsDialog

        self._editing.settle()
        document = self._text.source
        if document is None or not self._editing.is_allowed:
            return
        now = document.transcript
        word = self._word(now)
        if not bare(word):
            self.told.emit(tr("Select one word, or put the caret into it."))
            return
        dialog = EqualWordsDialog(now, equal_words(now, word), word, self._text.window())
        dialog.agreed.connect(lambda places, new: self._replace(now, places, new))
        dialog.open()

    def _word(self, now: Transcript) -> str:
        """'' where there is none, or where several are selected."""
        caret = self._text.textCursor()
        found = self._places.words_at(caret, now, whole_turns=False)
        if found is not None and not caret.hasSelection() and found.first_word == found.end_word:
            caret.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
            found = self._places.words_at(caret, now, whole_turns=False)
        if found is None or found.first != found.last or found.end_word - found.first_word != 1:
            return ""
        return now.turns[found.first].words[found.first_word].text

    def _replace(self, base: Transcript, places: list[WordPlace], new: str) -> None:
        document = self._text.source
        if document is None or document.transcript is not base or not document.can_edit:
            self.told.emit(tr("The transcript has changed meanwhile: nothing was replaced."))
            return
        edit = replace_words(base, places, new)
        if edit is not None:
            document.edit(edit)
            self.told.emit(plural("Replaced in {n} places.", "Replaced in {n} place.", len(places)))
