"""The first draft beside the text: what the machine wrote, by word, and the ways back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.editing.restoring import differs, restore, restore_all, restore_turn
from desktop_app.translation import tr
from desktop_app.ui.state.first_draft_differences import FirstDraftDifferences
from desktop_app.ui.transcript.difference_marks import DifferenceMarks
from desktop_app.ui.transcript.first_draft_panel import FirstDraftPanel
from desktop_app.ui.widgets.questions import losing_question
from desktop_app.ui.words.difference_words import count_in_words, turn_in_words

if TYPE_CHECKING:
    from desktop_app.core.editing.turn_acts import WordStretch
    from desktop_app.core.transcript.edits import Edit
    from desktop_app.ui.state.document import Document
    from desktop_app.ui.transcript.text_editing import TextEditing
    from desktop_app.ui.transcript.transcript_text import TranscriptText
    from desktop_app.ui.transcript.turn_places import TurnPlaces

_QUESTION = tr(
    "The whole text becomes what the machine wrote: every word, mark and speaker that was corrected goes. "
    "Undo brings them back."
)


class FirstDraft(QObject):
    """Follows one text, while it is asked for."""

    def __init__(self, text: TranscriptText, places: TurnPlaces, typing: TextEditing) -> None:
        super().__init__(text)
        self._text, self._places, self._typing = text, places, typing
        self._found = FirstDraftDifferences()
        self._is_asked = False
        self.marks = DifferenceMarks(text, places, self._found)
        self.panel = FirstDraftPanel()
        self.panel.hide()
        self.panel.passage_asked.connect(self.restore_passage)
        self.panel.turn_asked.connect(self.restore_turn)
        self.panel.all_asked.connect(self.ask_to_restore_all)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        for changed in (text.text_changed, text.cursorPositionChanged, text.selectionChanged):
            changed.connect(self._tell_soon)
        text.columns_changed.connect(self.panel.align)

    def show(self, shown: bool) -> None:
        """Show the first draft beside the text, or do not."""
        self._is_asked = shown
        self.refresh()

    def refresh(self) -> None:
        """Be there where it is asked for, and the text has one."""
        is_shown = self._is_asked and self._document() is not None
        had_focus = self.panel.isAncestorOf(self.panel.window().focusWidget())
        self.panel.setVisible(is_shown)
        if had_focus and not is_shown:
            self._text.setFocus()
        self.marks.show(is_shown)
        if is_shown:
            self.panel.align(self._text.turn_layout.columns)
            self._tell()

    def restore_passage(self) -> None:
        """What is selected, or the word at the caret, as the machine wrote it."""
        self._typing.settle()
        document, words = self._document(), self._words()
        if document is not None and words is not None:
            self._do(restore(self._found.machine(document), document.transcript, self._found.of(document), words))

    def restore_turn(self) -> None:
        """The turn at the caret as the machine wrote it."""
        self._typing.settle()
        document, turn = self._document(), self._turn()
        if document is not None and turn is not None:
            self._do(restore_turn(self._found.machine(document), document.transcript, self._found.of(document), turn))

    def ask_to_restore_all(self) -> None:
        """All as the machine wrote it, if that is really meant."""
        self._typing.settle()
        question = losing_question(_QUESTION, tr("Restore all"), self._text.window())
        question.accepted.connect(self._restore_all)
        question.open()

    def _restore_all(self) -> None:
        if (document := self._document()) is not None:
            self._do(restore_all(self._found.machine(document), document.transcript))

    def _do(self, edit: Edit | None) -> None:
        """The keyboard goes back to the text: work goes on there."""
        document = self._document()
        if document is not None and edit is not None and self._typing.is_allowed:
            document.edit(edit)
        self._text.setFocus()

    # What is said of the place of the caret.

    def _tell_soon(self) -> None:
        if not self.panel.isHidden() and not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        document = self._document()
        if document is None or self.panel.isHidden():
            return
        now, machine, found = document.transcript, self._found.machine(document), self._found.of(document)
        turn, words = self._turn(), self._words()
        here = 0 if turn is None else found.count_in(turn)
        was = "" if turn is None else turn_in_words(machine, found, turn, now.turns[turn].speaker)
        self.panel.show_turn(count_in_words(here, found.count()), was)
        can = self._typing.is_allowed
        self.panel.allow(
            passage=can and words is not None and differs(now, found, words),
            turn=can and turn is not None and bool(found.of_turn(turn)),
            all_=can and restore_all(machine, now) is not None,
        )

    def _document(self) -> Document | None:
        document = self._text.source
        return document if document is not None and document.has_base else None

    def _turn(self) -> int | None:
        document = self._document()
        number = self._text.textCursor().blockNumber()
        return None if document is None else self._places.place_of(number, document.transcript)

    def _words(self) -> WordStretch | None:
        document = self._document()
        if document is None:
            return None
        return self._places.words_at(self._text.textCursor(), document.transcript, whole_turns=False)
