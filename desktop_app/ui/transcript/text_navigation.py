"""Going to places in the text: to a time, to words, to what a search has found."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop_app.ui.state.shown_turn import ShownTurn, word_span, word_spans
from desktop_app.ui.transcript.search_matches import Match
from desktop_app.ui.transcript.turn_places import TurnPlaces

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Turn
    from desktop_app.ui.transcript.transcript_text import TranscriptText


class TextNavigation:
    """Moves the caret of one text, and scrolls to it."""

    def __init__(self, text: TranscriptText) -> None:
        self._text = text

    def go_to_word(self, start_ms: int, word: int) -> bool:
        """Select a word of the turn that begins at this time, and show it; False where that turn is not shown (yet)."""
        shown = self._text.shown
        number = bisect_left(shown, start_ms, key=_start_ms)
        if number == len(shown) or shown[number].start_ms != start_ms:
            return False
        self._go_to(Match(number, *word_span(shown[number].text, word)))
        return True

    def go_to_time(self, time_ms: int) -> None:
        """Put the caret at the beginning of the first turn from this time on."""
        shown = self._text.shown
        number = min(bisect_left(shown, time_ms, key=_start_ms), len(shown) - 1)
        if number >= 0:
            self._go_to(Match(number, 0, 0))

    def select_words(self, turn: Turn, first: int, end: int) -> bool:
        """Select words of a turn, and show them; False where the turn is not shown (yet)."""
        number = TurnPlaces(self._text.shown).block_of(turn)
        if number is None:
            return False
        spans = word_spans(turn, self._text.shown[number].text)[first:end]
        self._go_to(Match(number, spans[0][0], spans[-1][1]))
        return True

    def select_nothing(self) -> None:
        """Leave the caret where it is, with nothing selected."""
        caret = self._text.textCursor()
        caret.clearSelection()
        self._text.setTextCursor(caret)

    def reveal(self, match: Match) -> None:
        """Scroll a found stretch into view."""
        rect, view = self._text.cursorRect(self.cursor_at(match)), self._text.viewport()
        if not 0 <= rect.top() <= view.height() - 2 * rect.height():
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - view.height() // 3)

    def cursor_at(self, match: Match) -> QTextCursor:
        """A cursor that selects a found stretch; at the beginning of the turn for one of a speaker's name."""
        block = self._text.document().findBlockByNumber(match.block)
        cursor = QTextCursor(self._text.document())
        cursor.setKeepPositionOnInsert(True)
        if match.in_name:
            cursor.setPosition(block.position())
            return cursor
        cursor.setPosition(block.position() + match.start)
        cursor.setPosition(block.position() + match.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _go_to(self, match: Match) -> None:
        self._text.setTextCursor(self.cursor_at(match))
        self.reveal(match)


def _start_ms(turn: ShownTurn) -> int:
    return turn.start_ms
