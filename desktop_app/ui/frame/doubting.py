"""Steps through doubtful passages: each is selected and sounds again and again, until somebody says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.core.editing.word_acts import confirm
from desktop_app.core.transcript.values import Span
from desktop_app.ui.state.doubts import Doubts
from desktop_app.ui.transcript.doubt_bar import LOOKING, NONE_LEFT

if TYPE_CHECKING:
    from desktop_app.ui.frame.editing import Editing
    from desktop_app.ui.state.listening import Listening
    from desktop_app.ui.transcript.doubt_bar import DoubtBar
    from desktop_app.ui.transcript.transcript_text import TranscriptText

_AROUND_MS = 250
"""So much is heard before and behind a passage."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Doubting(QObject):
    """Enter says that a passage is right, typing corrects it, the key steps on, Esc leaves."""

    def __init__(self, text: TranscriptText, bar: DoubtBar, editing: Editing, listening: Listening) -> None:
        super().__init__(text)
        self._text = text
        self._bar = bar
        self._editing = editing
        self._listening = listening
        self.doubts = Doubts(self)
        self.doubts.found.connect(self._show_next)
        bar.confirmed.connect(self.confirm)
        bar.stepped.connect(self.step)
        bar.left.connect(self.leave)
        text.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether somebody looks at doubtful passages."""
        return not self._bar.isHidden()

    def step(self) -> None:
        """Look at the next passage; at the first where nobody looked yet."""
        self._editing.typing.settle()
        document = self._text.source
        if document is None or not self._editing.typing.is_allowed:
            return
        if self.is_on and not self.doubts.is_looking:
            self._show_next()
        elif not self.doubts.is_looking:
            self._bar.show_sentence(LOOKING)
            self.doubts.begin(document)

    def confirm(self) -> None:
        """The passage is right."""
        document, passage = self._text.source, self.doubts.passage
        place = self.doubts.place_of(passage) if passage else None
        if document is not None and place is not None:
            document.edit(confirm(document.transcript, place))
        self._show_next()

    def leave(self) -> None:
        """Look at no more of them."""
        if self.is_on:
            self._bar.hide()
            self.doubts.end()
            self._listening.set_loop(None)
            self._listening.pause()
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self) -> None:
        place = self.doubts.step()
        passage, document = self.doubts.passage, self._text.source
        if place is None or passage is None or document is None:
            self._listening.set_loop(None)
            self._listening.pause()
            self._bar.show_sentence(NONE_LEFT)
            self._text.navigation.select_nothing()
            return
        turn = document.transcript.turns[place.first]
        self._text.navigation.select_words(turn, place.first_word, place.end_word)
        words = self._text.textCursor().selectedText()
        self._bar.show_passage(self.doubts.left(), passage.reasons[0].reason.in_words, words)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._loop(passage.span)

    def _loop(self, span: Span) -> None:
        if self._listening.is_available:
            around = Span(max(0, span.start_ms - _AROUND_MS), span.end_ms + _AROUND_MS)
            self._listening.set_loop(around)
            self._listening.play(around.start_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter while the passage is selected as it was, and once when none is left; and Esc."""
        if watched is not self._text or not self.is_on or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() not in _ENTER or self.doubts.is_looking:
            return False
        if self.doubts.passage is None:
            self.leave()
            return True
        if self._text.textCursor().hasSelection():
            self.confirm()
            return True
        return False
