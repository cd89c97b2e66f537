"""Finds words and speakers in the transcript, and steps through what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.state.time_slices import TimeSlices
from desktop_app.ui.transcript.search_matches import Finder, Match, Matches
from desktop_app.ui.transcript.transcript_text import TranscriptText


def find_matches(texts: Sequence[str], query: str) -> list[Match]:
    """Every place of the query in the texts, whatever the case and the accents."""
    finder = Finder()
    finder.look_for(query)
    return list(Matches(finder, texts))


class TranscriptSearch(QObject):
    """A query, its matches in a text, and the one that is current."""

    counted = Signal(int, int)  # the current match's number, from 1; how many there are

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._finder = Finder()
        self._matches = Matches(self._finder)
        self._current: int | None = None
        self._ahead = TimeSlices(self)
        self._ahead.step.connect(self._finder.see)
        text.text_changed.connect(self._look_again)
        text.grew.connect(self._look_from)

    @property
    def current(self) -> Match | None:
        """The match that stands out."""
        return None if self._current is None else self._matches[self._current]

    def prepare(self) -> None:
        """A query is about to come: what does not depend on it is done between the events of the window."""
        self._ahead.clear()
        self._ahead.begin([turn.text for turn in self._text.shown])

    def look_for(self, query: str) -> None:
        """Mark the query wherever it stands, and show the first match from the reader's place on."""
        self._finder.look_for(query)
        self._look()
        self._current = self._first_in_view() if len(self._matches) else None
        self._show(reveal=True)

    def step(self, by: int) -> None:
        """Go to the next match (+1) or the one before (-1), and around the ends."""
        if self._current is not None:
            self._current = (self._current + by) % len(self._matches)
            self._show(reveal=True)

    def leave(self) -> None:
        """Forget the query; the current match stays, as the text's selection, or as the caret in the speaker's turn."""
        if self.current is not None:
            self._text.setTextCursor(self._text.cursor_at(self.current))
        self.look_for("")
        self._ahead.clear()
        self._finder.forget()

    def _look(self, block: int = 0) -> None:
        """Find what there is from this block on."""
        texts = [turn.text for turn in self._text.shown[block:]] if self._finder.query else []
        names = self._text.names_from(block) if self._finder.query else []
        self._matches.look_again(block, texts, names)

    def _look_again(self) -> None:
        """The text has changed: turns before the current match may have moved it."""
        if self._finder.query:
            self._look()
            self._keep_current()

    def _look_from(self, block: int) -> None:
        """Live captions have changed the text, from this block on."""
        if self._finder.query:
            self._look(block)
            self._keep_current()

    def _keep_current(self) -> None:
        number = self._current or 0
        self._current = min(number, len(self._matches) - 1) if len(self._matches) else None
        self._show(reveal=False)

    def _first_in_view(self) -> int:
        return self._matches.first_from(self._text.turn_layout.block_at(self._text.verticalScrollBar().value()))

    def _show(self, *, reveal: bool) -> None:
        self._text.turn_layout.painting.mark(self._matches, self.current)
        if reveal and self.current is not None:
            self._text.reveal(self.current)
        self._text.viewport().update()
        self.counted.emit(0 if self._current is None else self._current + 1, len(self._matches))
