"""Which word sounds at a time: what a reader's eye is led to."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

from desktop_app.core.transcript.values import Transcript, Turn

LONG_PAUSE_MS = 1500
"""So long after its end a word is still the last one that sounded; then none is."""
_start = attrgetter("start_ms")


class WordPlace(NamedTuple):
    """A word of a transcript: the index of its turn, and its own in the turn."""

    turn: int
    word: int


class SoundingWords:
    """Finds words by time. Made in the time of the turns, not of the words: it can be made anew at every edit.

    Of several people who speak at once the word that began last is found. Between two words it is the one before, but
    not across a long pause.
    """

    def __init__(self, transcript: Transcript) -> None:
        spoken = [(turn.words[0].start_ms, place) for place, turn in enumerate(transcript.turns) if turn.words]
        spoken.sort(key=itemgetter(0))
        self._turns = transcript.turns
        self._starts_ms = [start_ms for start_ms, _ in spoken]
        self._places = [place for _, place in spoken]
        self._ends_ms = list(accumulate((_end_ms(transcript.turns[place]) for place in self._places), max))

    def at(self, position_ms: int) -> WordPlace | None:
        """The word that sounds at that time, or did last; None before the first and in long pauses."""
        found = max(self._begun(position_ms), default=None)
        return None if found is None else WordPlace(*found[2])

    def _begun(self, position_ms: int) -> Iterator[tuple[bool, int, tuple[int, int]]]:
        """Of every turn that goes on there its last word: whether it sounds still, its start, its place."""
        order = bisect_right(self._starts_ms, position_ms) - 1
        while order >= 0 and self._ends_ms[order] + LONG_PAUSE_MS > position_ms:
            place = self._places[order]
            words = self._turns[place].words
            index = bisect_right(words, position_ms, key=_start) - 1
            if words[index].end_ms + LONG_PAUSE_MS > position_ms:
                yield words[index].end_ms > position_ms, words[index].start_ms, (place, index)
            order -= 1


def _end_ms(turn: Turn) -> int:
    return max(turn.end_ms, turn.words[-1].end_ms)
