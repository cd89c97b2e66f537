"""Which words of a new machine's transcript stand where words of an older one stood."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.core.editing.turn_cuts import union
from desktop_app.core.editing.word_matches import WordMatches, WordPlace, match
from desktop_app.core.transcript.values import Span, Turn, Word

_ALIKE, _SAME_SPEAKER = 4, 2
"""How much more a shared moment counts for words that read the same, and for words of one speaker."""

_AROUND_MS = 2000
"""Two machines differ by less about when a word is said."""


class Heirs:
    """Of every word of `before`, those of `after` that stand in its place. wanted: what is said at other
    times is not looked at."""

    def __init__(self, before: Sequence[Turn], after: Sequence[Turn], wanted: Iterable[Span]) -> None:
        self._before, self._after = before, after
        self._of: dict[WordPlace, list[WordPlace]] = defaultdict(list)
        times = union(wanted)
        around = union(Span(max(0, span.start_ms - _AROUND_MS), span.end_ms + _AROUND_MS) for span in times)
        old, new = _turns_in(before, around), _turns_in(after, around)
        matches = match([before[place] for place in old], [after[place] for place in new])
        matched = set[WordPlace]()
        for ours, theirs in _pairs(matches, [after[place] for place in new]):
            place = WordPlace(new[ours.turn], ours.word)
            matched.add(place)
            self._of[WordPlace(old[theirs.turn], theirs.word)].append(place)
        self.alone = list(self._find_others(old, new, matched, times))
        """Words of `after`, in the wanted time, that stand where no word stood."""

    def of(self, place: WordPlace) -> list[WordPlace]:
        """In their order; none where nothing was heard there any more."""
        return sorted(self._of.get(place, ()))

    def _find_others(
        self, old: Iterable[int], new: Iterable[int], matched: set[WordPlace], wanted: Sequence[Span]
    ) -> Iterator[WordPlace]:
        """Give every word without a match to the one with which it shares most time; the others have none."""
        known = sorted(
            (max(1, word.end_ms - word.start_ms), word.start_ms, WordPlace(turn, place))
            for turn in old
            for place, word in enumerate(self._before[turn].words)
        )
        longest_ms = known[-1][0] if known else 0
        by_time = sorted((start_ms, place) for _, start_ms, place in known)
        starts = [start_ms for start_ms, _ in by_time]
        for place, word in self._unmatched(new, matched, wanted):
            low = bisect_left(starts, word.start_ms - longest_ms)
            high = bisect_left(starts, max(word.end_ms, word.start_ms + 1))
            shares = [(self._share(place, word, other), other) for _, other in by_time[low:high]]
            share, best = max(shares, default=(0, place), key=lambda each: each[0])
            if share > 0:
                self._of[best].append(place)
            else:
                yield place

    def _unmatched(
        self, turns: Iterable[int], matched: set[WordPlace], wanted: Sequence[Span]
    ) -> Iterator[tuple[WordPlace, Word]]:
        ends = [span.end_ms for span in wanted]
        for turn in turns:
            for place, word in enumerate(self._after[turn].words):
                if WordPlace(turn, place) not in matched and _is_near(word, wanted, ends):
                    yield WordPlace(turn, place), word

    def _share(self, place: WordPlace, word: Word, other: WordPlace) -> int:
        turn = self._before[other.turn]
        known = turn.words[other.word]
        ends = max(word.end_ms, word.start_ms + 1), max(known.end_ms, known.start_ms + 1)
        shared_ms = min(ends) - max(word.start_ms, known.start_ms)
        weight = _ALIKE if known.text == word.text else 1
        return shared_ms * weight * (_SAME_SPEAKER if turn.speaker == self._after[place.turn].speaker else 1)


def _turns_in(turns: Sequence[Turn], wanted: Sequence[Span]) -> list[int]:
    """Those with words that may be said in this time."""
    ends = [span.end_ms for span in wanted]
    return [place for place, turn in enumerate(turns) if turn.words and _is_near(turn, wanted, ends)]


def _is_near(what: Word | Turn, wanted: Sequence[Span], ends: Sequence[int]) -> bool:
    at = bisect_left(ends, what.start_ms)
    return at < len(wanted) and wanted[at].start_ms <= what.end_ms


def _pairs(matches: WordMatches, after: Sequence[Turn]) -> Iterator[tuple[WordPlace, WordPlace]]:
    """Words of `after`, and those of `before` that they are."""
    yield from matches.words.items()
    for ours, theirs in matches.turns.items():
        for word in range(len(after[ours].words)):
            yield WordPlace(ours, word), WordPlace(theirs, word)
