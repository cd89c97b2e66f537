"""The doubtful passages of a document, one after the other: which is looked at, and how many are left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.ui.state.background import Task

if TYPE_CHECKING:
    from desktop_app.core.doubt.values import Passage
    from desktop_app.core.transcript.values import Transcript, Word
    from desktop_app.ui.state.document import Document

_start_ms = attrgetter("start_ms")


class Doubts(QObject):
    """Ranked once, when somebody begins to look; what is corrected or confirmed meanwhile is left out as it comes.

    found: the list is there. passage: the one that is looked at, None before the first and behind the last.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.passage: Passage | None = None
        self._document: Document | None = None
        self._passages: list[Passage] = []
        self._words: dict[Passage, tuple[Word, ...]] = {}
        self._task: Task | None = None

    @property
    def is_looking(self) -> bool:
        """Whether the passages are being ranked."""
        return self._task is not None

    def begin(self, document: Document) -> None:
        """Rank the passages of a document; `found` follows."""
        self.end()
        self._document = document
        transcript = self._ranked = document.transcript
        self._task = Task(lambda: _ranked(transcript), (), None)
        self._task.succeeded.connect(self._take)
        self._task.start()

    def end(self) -> None:
        """Nobody looks at them any more."""
        self._document, self._task, self.passage = None, None, None
        self._passages, self._words = [], {}

    def left(self) -> int:
        """How many are still to be looked at, the present one too."""
        return sum(1 for each in self._passages if self.place_of(each) is not None)

    def step(self) -> WordStretch | None:
        """Go on to the next one, the first after the last; where it is in the document now, None where none is left."""
        order = self._passages
        behind = order.index(self.passage) + 1 if self.passage in order else 0
        for each in (*order[behind:], *order[:behind]):
            if (place := self.place_of(each)) is not None:
                self.passage = each
                return place
        self.passage = None
        return None

    def place_of(self, passage: Passage) -> WordStretch | None:
        """Where the passage is in the document as it is now; None where a person has touched its words."""
        if self._document is None:
            return None
        turns, span = self._document.transcript.turns, passage.span
        last = bisect_right(turns, span.start_ms, key=_start_ms)
        for place in range(last - 1, -1, -1):
            words = turns[place].words
            first = bisect_left(words, span.start_ms, key=_start_ms)
            end = bisect_left(words, span.end_ms, lo=first, key=_start_ms)
            if first < end and words[first:end] == self._words[passage]:
                return WordStretch(place, first, place, end)
            if span.start_ms - turns[place].start_ms > _LONGEST_TURN_MS:
                break
        return None

    def _take(self, task: Task, passages: tuple[Passage, ...]) -> None:
        if task is self._task:
            turns = self._ranked.turns
            self._task, self._passages = None, list(passages)
            self._words = {each: turns[each.turn].words[each.first_word : each.end_word] for each in passages}
            self.found.emit()


_LONGEST_TURN_MS = 2 * 3_600_000
"""So far back a turn may begin that goes on still."""


def _ranked(transcript: Transcript) -> tuple[Passage, ...]:
    from desktop_app.core.doubt.doubtful_passages import doubtful_passages

    return doubtful_passages(transcript)
