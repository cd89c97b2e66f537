"""Finds text in the transcript, and steps through what was found."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.text_painting import Match
from desktop_app.ui.transcript_text import TranscriptText


def find_matches(texts: Sequence[str], query: str, first: int = 0) -> list[Match]:
    """Every place of the query in the texts, whatever the case; positions count UTF-16 units, as Qt does.

    first: the number of the first text.
    """
    query = query.strip()
    if not query:
        return []
    pattern = re.compile(re.escape(query), re.IGNORECASE)
    return [
        Match(number, _units(text, found.start()), _units(text, found.end()))
        for number, text in enumerate(texts, first)
        for found in pattern.finditer(text)
    ]


def _units(text: str, position: int) -> int:
    if text.isascii():
        return position
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


class TranscriptSearch(QObject):
    """A query, its matches in a text, and the one that is current."""

    counted = Signal(int, int)  # the current match's number, from 1; how many there are

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self._query = ""
        self._matches: list[Match] = []
        self._current: int | None = None
        text.text_changed.connect(self._look_again)
        text.grew.connect(self._look_from)

    @property
    def current(self) -> Match | None:
        """The match that stands out."""
        return None if self._current is None else self._matches[self._current]

    def look_for(self, query: str) -> None:
        """Mark the query wherever it stands, and show the first match from the reader's place on."""
        self._query = query
        self._matches = self._find()
        self._current = self._first_in_view() if self._matches else None
        self._show(reveal=True)

    def step(self, by: int) -> None:
        """Go to the next match (+1) or the one before (-1), and around the ends."""
        if self._current is not None:
            self._current = (self._current + by) % len(self._matches)
            self._show(reveal=True)

    def leave(self) -> None:
        """Forget the query; the current match stays, as the text's selection."""
        if self.current is not None:
            self._text.setTextCursor(self._text.cursor_at(self.current))
        self.look_for("")

    def _find(self) -> list[Match]:
        return find_matches([turn.text for turn in self._text.shown], self._query)

    def _look_again(self) -> None:
        """The text has changed: turns before the current match may have moved it."""
        if not self._query:
            return
        self._matches = self._find()
        self._keep_current()

    def _look_from(self, block: int) -> None:
        """Live captions have changed the text, from this block on."""
        if self._query:
            del self._matches[bisect_left(self._matches, block, key=attrgetter("block")) :]
            texts = [turn.text for turn in self._text.shown[block:]]
            self._matches += find_matches(texts, self._query, block)
            self._keep_current()

    def _keep_current(self) -> None:
        number = self._current or 0
        self._current = min(number, len(self._matches) - 1) if self._matches else None
        self._show(reveal=False)

    def _first_in_view(self) -> int:
        top = self._text.turn_layout.block_at(self._text.verticalScrollBar().value())
        return next((i for i, match in enumerate(self._matches) if match.block >= top), 0)

    def _show(self, *, reveal: bool) -> None:
        self._text.turn_layout.painting.mark(self._matches, self.current)
        if reveal and self.current is not None:
            self._text.reveal(self.current)
        self._text.viewport().update()
        self.counted.emit(0 if self._current is None else self._current + 1, len(self._matches))
