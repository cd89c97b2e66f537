"""Which words of a new machine's transcript stand where words of an older one stood."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.core.editing.turn_cuts import union
from desktop_app.core.editing.word_matches import WordMatches, WordPlace, match
from desktop_app.core.transcript.values import Span, Turn, Word

_ALIKE, _SAME_SPEAKER = 4, 2
"""How much more a shared moment counts for words that read the same, and for words of one speaker."""


class Heirs:
    """Of every word of `before`, those of `after` that stand in its place. wanted: outside of this time only words that
    are the same are found."""

    def __init__(self, before: Sequence[Turn], after: Sequence[Turn], wanted: Iterable[Span]) -> None:
        self._before, self._after = before, after
        self._of: dict[WordPlace, list[WordPlace]] = defaultdict(list)
        matches = match(before, after)
        for ours, theirs in _pairs(matches, after):
            self._of[theirs].append(ours)
        self.alone = list(self._find_others(matches, union(wanted)))
        """Words of `after`, in the wanted time, that stand where no word stood."""

    def of(self, place: WordPlace) -> list[WordPlace]:
        """In their order; none where nothing was heard there any more."""
        return sorted(self._of.get(place, ()))

    def _find_others(self, matches: WordMatches, wanted: Sequence[Span]) -> Iterator[WordPlace]:
        """Give every word without a match to the one with which it shares most time; the others have none."""
        known = sorted(
            (max(1, word.end_ms - word.start_ms), word.start_ms, WordPlace(turn, place))
            for turn, each in enumerate(self._before)
            for place, word in enumerate(each.words)
        )
        longest_ms = known[-1][0] if known else 0
        by_time = sorted((start_ms, place) for _, start_ms, place in known)
        starts = [start_ms for start_ms, _ in by_time]
        for place, word in self._unmatched(matches, wanted):
            low = bisect_left(starts, word.start_ms - longest_ms)
            high = bisect_left(starts, max(word.end_ms, word.start_ms + 1))
            shares = [(self._share(place, word, other), other) for _, other in by_time[low:high]]
            share, best = max(shares, default=(0, place), key=lambda each: each[0])
            if share > 0:
                self._of[best].append(place)
            else:
                yield place

    def _unmatched(self, matches: WordMatches, wanted: Sequence[Span]) -> Iterator[tuple[WordPlace, Word]]:
        ends = [span.end_ms for span in wanted]
        for turn, each in enumerate(self._after):
            if turn in matches.turns:
                continue
            for place, word in enumerate(each.words):
                at = bisect_left(ends, word.start_ms)
                near = at < len(wanted) and wanted[at].start_ms <= word.end_ms
                if near and WordPlace(turn, place) not in matches.words:
                    yield WordPlace(turn, place), word

    def _share(self, place: WordPlace, word: Word, other: WordPlace) -> int:
        turn = self._before[other.turn]
        known = turn.words[other.word]
        ends = max(word.end_ms, word.start_ms + 1), max(known.end_ms, known.start_ms + 1)
        shared_ms = min(ends) - max(word.start_ms, known.start_ms)
        weight = _ALIKE if known.text == word.text else 1
        return shared_ms * weight * (_SAME_SPEAKER if turn.speaker == self._after[place.turn].speaker else 1)


def _pairs(matches: WordMatches, after: Sequence[Turn]) -> Iterator[tuple[WordPlace, WordPlace]]:
    """Words of `after`, and those of `before` that they are."""
    yield from matches.words.items()
    for ours, theirs in matches.turns.items():
        for word in range(len(after[ours].words)):
            yield WordPlace(ours, word), WordPlace(theirs, word)
