"""Where the machine's words that nobody can find in the text had their place in it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.core.editing.word_matches import WordMatches, WordPlace
from desktop_app.core.transcript.values import Turn


class Gap(NamedTuple):
    """The place before a present word that matches one of the machine's, or at a turn's end; before it stand words of
    nobody's: from `word` of the turn on, up to that place."""

    turn: int
    word: int


class _Span(NamedTuple):
    start_ms: int
    end_ms: int
    gap: Gap


class Gaps:
    """The gaps of present turns, and what of the machine's words falls into each."""

    def __init__(self, machine: Sequence[Turn], present: Sequence[Turn], matches: WordMatches) -> None:
        self._machine, self._present, self._matches = machine, present, matches
        self._back = {theirs: ours for ours, theirs in matches.words.items()}
        self._filled = dict(self._make_filled())
        self._by_time = sorted(_Span(*self._time(gap), gap) for gap in set(self._filled.values()))
        self._longest_ms = max((end_ms - start_ms for start_ms, end_ms, _ in self._by_time), default=0)
        self._spoken = [place for place, turn in enumerate(present) if turn.words]
        self._starts = [present[place].start_ms for place in self._spoken]

    def fill(self) -> tuple[dict[Gap, list[WordPlace]], list[WordPlace]]:
        """The machine's unmatched words by the gaps that they belong to, and those without one: no turn has words."""
        found: dict[Gap, list[WordPlace]] = defaultdict(list)
        nowhere: list[WordPlace] = []
        whole = set(self._matches.turns.values())
        for turn in (place for place in range(len(self._machine)) if place not in whole):
            for run, before, behind in self._lost_runs(turn):
                gap = self._gap_of(run, before, behind)
                (nowhere if gap is None else found[gap]).extend(run)
        return found, nowhere

    def _lost_runs(self, turn: int) -> Iterator[tuple[list[WordPlace], WordPlace | None, WordPlace | None]]:
        """Unmatched words that follow on from each other, between which present words."""
        run: list[WordPlace] = []
        before: WordPlace | None = None
        for word in range(len(self._machine[turn].words)):
            ours = self._back.get(WordPlace(turn, word))
            if ours is None:
                run.append(WordPlace(turn, word))
                continue
            if run:
                yield run, before, ours
            run, before = [], ours
        if run:
            yield run, before, None

    def _gap_of(self, run: list[WordPlace], before: WordPlace | None, behind: WordPlace | None) -> Gap | None:
        beside = [Gap(before.turn, before.word + 1)] if before else []
        beside += [self._begin(behind)] if behind else []
        span = self._machine[run[0].turn].words[run[0].word].start_ms, self._end_ms(run)
        if beside:
            return max(beside, key=lambda gap: self._shared_ms(gap, *span))
        if (gap := self._nearest(*span)) is not None:
            return gap
        return self._between_turns(span[0])

    def _begin(self, word: WordPlace) -> Gap:
        """The gap that ends with this matched word."""
        first = word.word
        while first and WordPlace(word.turn, first - 1) not in self._matches.words:
            first -= 1
        return Gap(word.turn, first)

    def _make_filled(self) -> Iterator[tuple[WordPlace, Gap]]:
        """The gap of every present word that is nobody's."""
        for turn, each in enumerate(self._present):
            if turn in self._matches.turns:
                continue
            first = 0
            for word in range(len(each.words)):
                if WordPlace(turn, word) in self._matches.words:
                    first = word + 1
                else:
                    yield WordPlace(turn, word), Gap(turn, first)

    def _time(self, gap: Gap) -> tuple[int, int]:
        words = self._present[gap.turn].words
        end = gap.word
        while end < len(words) and WordPlace(gap.turn, end) in self._filled:
            end += 1
        inside = words[gap.word : end]
        return inside[0].start_ms, max(word.end_ms for word in inside)

    def _shared_ms(self, gap: Gap, start_ms: int, end_ms: int) -> int:
        """-1 for a gap without words."""
        if WordPlace(*gap) not in self._filled:
            return -1
        low, high = self._time(gap)
        return max(0, min(high, end_ms) - max(low, start_ms))

    def _nearest(self, start_ms: int, end_ms: int) -> Gap | None:
        """The gap whose words share most of this time."""
        first = bisect_left(self._by_time, start_ms - self._longest_ms, key=lambda each: each.start_ms)
        end = bisect_left(self._by_time, end_ms, key=lambda each: each.start_ms)
        shares = [(min(each.end_ms, end_ms) - max(each.start_ms, start_ms), each) for each in self._by_time[first:end]]
        best = max(shares, default=None, key=lambda each: each[0])
        return best[1].gap if best and best[0] > 0 else None

    def _between_turns(self, start_ms: int) -> Gap | None:
        """Behind the turn that began before, at the very beginning if there is none."""
        at = bisect_right(self._starts, start_ms) - 1
        if at >= 0:
            turn = self._spoken[at]
            return self._last(turn)
        return self._first(self._spoken[0]) if self._spoken else None

    def _last(self, turn: int) -> Gap:
        end = len(self._present[turn].words)
        while end and turn not in self._matches.turns and WordPlace(turn, end - 1) not in self._matches.words:
            end -= 1
        return Gap(turn, end)

    @staticmethod
    def _first(turn: int) -> Gap:
        return Gap(turn, 0)

    def _end_ms(self, run: Iterable[WordPlace]) -> int:
        return max(self._machine[turn].words[word].end_ms for turn, word in run)


def words_of(gap: Gap, turn: Turn, matched: Mapping[WordPlace, WordPlace]) -> range:
    """The present words in a gap."""
    end = gap.word
    while end < len(turn.words) and WordPlace(gap.turn, end) not in matched:
        end += 1
    return range(gap.word, end)
