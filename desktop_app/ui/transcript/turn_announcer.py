"""Whose turn the caret is in, when it was said and what is marked in it, told to screen readers."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent

from desktop_app.core.transcript.values import Mark
from desktop_app.ui.state.shown_turn import Marked, characters
from desktop_app.ui.transcript.transcript_text import TranscriptText
from desktop_app.ui.words.mark_words import UNMARKED, mark_names, marked_words


class TurnAnnouncer(QObject):
    """Says it when the caret comes to another turn or to words with another mark, when either becomes another where the
    caret is, and when the keyboard comes to the text. said: what it has said."""

    said = Signal(str)

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._number = 0
        self._turn = ""
        self._marks: frozenset[Mark] = frozenset()
        text.installEventFilter(self)
        text.cursorPositionChanged.connect(self._go_along)
        text.text_changed.connect(self._look_again)
        text.grew.connect(self._look_again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the keyboard comes."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._enter)  # after the reader has said what has the keyboard now
        return False

    def _enter(self) -> None:
        self._look_again()
        self._say(self._whole())

    def _go_along(self) -> None:
        """The caret is elsewhere. What is typed changes blocks first, and a moment later the turns that they show."""
        if self._is_settled():
            self._tell(has_moved=True)
        elif not self._text.is_changing:
            QTimer.singleShot(0, self, self._go_along_later)

    def _go_along_later(self) -> None:
        if self._is_settled():
            self._tell(has_moved=True)

    def _look_again(self) -> None:
        """What the caret is in may be another's now, or be marked."""
        if self._is_settled():
            self._tell(has_moved=False)

    def _is_settled(self) -> bool:
        """Whether each block shows its turn. While blocks are exchanged the caret goes with its turn."""
        return not self._text.is_changing and self._text.document().blockCount() == max(1, len(self._text.shown))

    def _tell(self, *, has_moved: bool) -> None:
        number, turn, marks = self._text.textCursor().blockNumber(), self._turn, self._marks
        is_elsewhere = has_moved and number != self._number
        self._number, self._turn, self._marks = number, self._text.speaker_and_time(number), self._marks_at_caret()
        self._text.describe_turn(self._whole())
        if is_elsewhere or self._turn != turn:
            self._say(self._whole())
        elif self._marks != marks:
            self._say(mark_names(self._marks) or ("" if has_moved else UNMARKED))

    def _say(self, said: str) -> None:
        if said and self._text.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, said))
            self.said.emit(said)

    def _whole(self) -> str:
        """'Anna, 00:12. uncertain: the harbour'."""
        marked = marked_words((each.mark, self._words_of(each)) for each in self._marked())
        return f"{self._turn}. {marked}" if marked else self._turn

    def _marked(self) -> tuple[Marked, ...]:
        return self._text.shown[self._number].marked if self._number < len(self._text.shown) else ()

    def _words_of(self, marked: Marked) -> str:
        text = self._text.shown[self._number].text
        return text[characters(text, marked.start) : characters(text, marked.end)]

    def _marks_at_caret(self) -> frozenset[Mark]:
        """Of the word that the caret is in or before, or of those of its turn that are selected."""
        caret = self._text.textCursor()
        start, end = (at - caret.block().position() for at in (caret.selectionStart(), caret.selectionEnd()))
        end = max(end, start + 1)
        return frozenset(each.mark for each in self._marked() if each.start < end and start < each.end)
