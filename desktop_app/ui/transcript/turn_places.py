"""Which block is a turn's, which turn is a block's, and where their words are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.core.transcript.values import Span, Turn, Word
from desktop_app.ui.state.shown_turn import shown_turn, word_spans

if TYPE_CHECKING:
    from desktop_app.core.transcript.values import Transcript
    from desktop_app.ui.state.shown_turn import ShownTurn

_start_ms = attrgetter("start_ms")


class TurnPlaces:
    """Everything is found by time in what is shown now: nothing has to be made anew when the text changes."""

    def __init__(self, shown: list[ShownTurn]) -> None:
        """shown: the text's blocks, the list itself."""
        self._shown = shown
        self._spans: tuple[Turn, list[tuple[int, int]]] | None = None

    def block_of(self, turn: Turn) -> int | None:
        """The number of the turn's block; None where it is not shown (yet)."""
        first = bisect_left(self._shown, turn.start_ms, key=_start_ms)
        alike = [
            number
            for number in range(first, bisect_right(self._shown, turn.start_ms, lo=first, key=_start_ms))
            if self._shown[number].speaker == turn.speaker
        ]
        if len(alike) > 1:
            wanted = shown_turn(turn)
            alike = [number for number in alike if wanted is not None and self._shown[number].text == wanted.text]
        return alike[0] if alike else None

    def turn_of(self, number: int, transcript: Transcript) -> Turn | None:
        """The turn whose block this is; None where it is not of the transcript."""
        if number >= len(self._shown):
            return None
        turns, start_ms = transcript.turns, self._shown[number].start_ms
        first = bisect_left(turns, start_ms, key=_start_ms)
        together = takewhile(lambda place: turns[place].start_ms == start_ms, range(first, len(turns)))
        return next((turns[place] for place in together if self.block_of(turns[place]) == number), None)

    def spans(self, turn: Turn, number: int) -> list[tuple[int, int]]:
        """Where the turn's words stand in its block, in UTF-16 units; kept for the turn that was asked for last."""
        if self._spans is None or self._spans[0] is not turn:
            self._spans = turn, word_spans(turn, self._shown[number].text)
        return self._spans[1]

    def word_at(self, number: int, units: int, transcript: Transcript) -> Word | None:
        """The word at a place of a block, or the next one where it is between two; the last behind it."""
        turn = self.turn_of(number, transcript)
        if turn is None or not turn.words:
            return None
        ends = [end for _, end in self.spans(turn, number)]
        return turn.words[min(bisect_right(ends, units), len(ends) - 1)]

    def time_between(self, first: tuple[int, int], last: tuple[int, int], transcript: Transcript) -> Span | None:
        """When the words between two places were said, each a block and UTF-16 units in it."""
        one = self.word_at(*first, transcript)
        other = self.word_at(last[0], max(0, last[1] - 1), transcript)
        if one is None or other is None:
            return None
        return Span(one.start_ms, max(one.end_ms, other.end_ms))
