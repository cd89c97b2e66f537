"""Finds words and speakers in the transcript, and steps through what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.core.editing.finding import FindOptions
from desktop_app.ui.state.time_slices import TimeSlices
from desktop_app.ui.transcript.finder import Finder
from desktop_app.ui.transcript.search_matches import Match, Matches
from desktop_app.ui.transcript.transcript_text import TranscriptText


def find_matches(texts: Sequence[str], query: str) -> list[Match]:
    """Every place of the query in the texts, whatever the case and the accents."""
    finder = Finder()
    finder.look_for(query)
    return list(Matches(finder, texts))


class TranscriptSearch(QObject):
    """A query, its matches in a text, and the one that is current."""

    counted = Signal(int, int)  # the current match's number, from 1; how many there are
    troubled = Signal(str)  # why nothing can be found; '' where nothing is wrong

    def __init__(self, text: TranscriptText) -> None:
        super().__init__(text)
        self._text = text
        self.finder = Finder()
        self.options = FindOptions()
        self._asked = ""
        self._matches = Matches(self.finder)
        self._current: int | None = None
        self._ahead = TimeSlices(self)
        self._ahead.step.connect(self.finder.see)
        text.text_changed.connect(self.look_again)
        text.grew.connect(self._look_from)

    @property
    def current(self) -> Match | None:
        """The match that stands out."""
        return None if self._current is None else self._matches[self._current]

    def prepare(self) -> None:
        """A query is about to come: what does not depend on it is done between the events of the window."""
        self._ahead.clear()
        self._ahead.begin([turn.text for turn in self._text.shown])
        self.finder.prepare(self.options)

    def use(self, options: FindOptions) -> None:
        """Look in another way from now on."""
        self.options = options
        self.finder.prepare(options)
        self.look_for(self._asked)

    def look_for(self, query: str) -> None:
        """Mark the query wherever it stands, and show the first match from the reader's place on."""
        self._asked = query
        self.finder.look_for(query, self.options)
        self._look()
        self._current = self._first_in_view() if len(self._matches) else None
        self._show(reveal=True)

    def step(self, by: int) -> None:
        """Go to the next match (+1) or the one before (-1), and around the ends."""
        if self._current is not None:
            self._current = (self._current + by) % len(self._matches)
            self._show(reveal=True)

    def go_behind(self, place: Match) -> None:
        """Go to the first match that begins where this stretch ends, or later."""
        self._current = self._matches.first_behind(place) if len(self._matches) else None
        self._show(reveal=True)

    def number_in_text(self, match: Match) -> int:
        """Which of the matches in its text, or in its name, this one is, from 0."""
        return [each for each in self._matches.in_block(match.block) if each.in_name is match.in_name].index(match)

    def leave(self) -> None:
        """Forget the query; the current match stays, as the text's selection, or as the caret in the speaker's turn."""
        if self.current is not None:
            self._text.setTextCursor(self._text.navigation.cursor_at(self.current))
        self.look_for("")
        self._ahead.clear()
        self.finder.forget()

    def _look(self, block: int = 0) -> None:
        """Find what there is from this block on."""
        texts, names = self.searched(block) if self.finder.query else ([], [])
        self._matches.look_again(block, texts, names)
        self.troubled.emit(self.finder.trouble)

    def searched(self, block: int = 0) -> tuple[list[str], list[str]]:
        """The texts and the names that are looked through, of each block from this one on; '' for those of others."""
        shown, names, who = self._text.shown[block:], self._text.names_from(block), self.options.speaker
        if who is None:
            return [turn.text for turn in shown], names
        mine = [turn.speaker == who for turn in shown]
        texts = [turn.text if each else "" for turn, each in zip(shown, mine, strict=True)]
        return texts, [name if each else "" for name, each in zip(names, mine, strict=True)]

    def look_again(self) -> None:
        """The text has changed: turns before the current match may have moved it."""
        if self.finder.query:
            self._look()
            self._keep_current()

    def _look_from(self, block: int) -> None:
        """Live captions have changed the text, from this block on."""
        if self.finder.query:
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
            self._text.navigation.reveal(self.current)
        self._text.viewport().update()
        self.counted.emit(0 if self._current is None else self._current + 1, len(self._matches))
