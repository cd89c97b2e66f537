"""Which block is a turn's, which turn is a block's, and where their words are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.core.editing.turn_acts import WordStretch
from desktop_app.core.transcript.values import Span, Turn, Word
from desktop_app.ui.state.shown_turn import shown_turn, word_spans

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

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
            alike = [number for number in alike if wanted is not None and _tidy(self._shown[number]) == wanted.text]
        return alike[0] if alike else None

    def turn_of(self, number: int, transcript: Transcript) -> Turn | None:
        """The turn whose block this is; None where it is not of the transcript."""
        place = self.place_of(number, transcript)
        return None if place is None else transcript.turns[place]

    def place_of(self, number: int, transcript: Transcript) -> int | None:
        """The index of the turn whose block this is; None where it is not of the transcript."""
        if number >= len(self._shown):
            return None
        turns, start_ms = transcript.turns, self._shown[number].start_ms
        first = bisect_left(turns, start_ms, key=_start_ms)
        together = takewhile(lambda place: turns[place].start_ms == start_ms, range(first, len(turns)))
        alike = [place for place in together if turns[place].words and self.block_of(turns[place]) is not None]
        found = next((place for place in alike if self.block_of(turns[place]) == number), None)
        if found is None and alike:  # twins, who cannot be told by what they say: by their order
            before = number - bisect_left(self._shown, start_ms, key=_start_ms)
            found = alike[before] if before < len(alike) and len(alike) > 1 else None
        return found

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

    def word_border(self, number: int, units: int, transcript: Transcript) -> int:
        """The index of the word that begins at a place of a block, or next; inside of a word its nearer end counts."""
        turn = self.turn_of(number, transcript)
        spans = self.spans(turn, number) if turn else []
        return sum(1 for start, end in spans if start + end < 2 * units)

    def words_at(self, caret: QTextCursor, transcript: Transcript, *, whole_turns: bool) -> WordStretch | None:
        """The words that are selected, or those at a caret that selects nothing: of its turn, or the one that it is in.
        None where the caret is in no turn."""
        first, last = (
            (block.blockNumber(), at - block.position())
            for at in (caret.selectionStart(), caret.selectionEnd())
            for block in [caret.document().findBlock(at)]
        )
        if last > first and last[1] == 0:  # up to the beginning of a turn is not into it
            block = caret.document().findBlockByNumber(last[0] - 1)
            last = block.blockNumber(), block.length() - 1
        places = self.place_of(first[0], transcript), self.place_of(last[0], transcript)
        if places[0] is None or places[1] is None:
            return None
        if first == last and whole_turns:
            return WordStretch.of_turn(transcript, places[0])
        low = bisect_right([end for _, end in self.spans(transcript.turns[places[0]], first[0])], first[1])
        starts = [start for start, _ in self.spans(transcript.turns[places[1]], last[0])]
        high = bisect_left(starts, last[1]) if first != last else bisect_right(starts, last[1])
        return WordStretch(places[0], low, places[1], high)

    def time_between(self, first: tuple[int, int], last: tuple[int, int], transcript: Transcript) -> Span | None:
        """When the words between two places were said, each a block and UTF-16 units in it."""
        one = self.word_at(*first, transcript)
        other = self.word_at(last[0], max(0, last[1] - 1), transcript)
        if one is None or other is None:
            return None
        return Span(one.start_ms, max(one.end_ms, other.end_ms))


def _tidy(shown: ShownTurn) -> str:
    """What stands there without the spaces that somebody who is typing leaves."""
    return " ".join(shown.text.split())
