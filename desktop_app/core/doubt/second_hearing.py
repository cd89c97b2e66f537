"""Another engine's words, and where they differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop_app.core.doubt.word_doubts import plain
from desktop_app.core.transcript.values import Word

SLACK_MS = 600
"""By so much the times of two engines may differ."""
_SLACK_WORDS = 3
"""So many words to each side may be what the other engine heard here."""


class SecondHearing:
    """What another engine heard of the same recording, by time."""

    def __init__(self, words: Sequence[Word]) -> None:
        """words: in any order."""
        heard = sorted(((word.start_ms + word.end_ms) / 2, plain(word.text)) for word in words)
        self._middles_ms = [middle_ms for middle_ms, _ in heard]
        self._words = [word for _, word in heard]

    def differs(self, words: Sequence[Word], first: int, end: int) -> float:
        """How much of words [first, end) it heard otherwise, 0 to 1: words it lacks, and words that only it has."""
        start_ms, end_ms = words[first].start_ms, words[end - 1].end_ms
        ours = [plain(word.text) for word in words[first:end]]
        around = [plain(word.text) for word in words[max(0, first - _SLACK_WORDS) : end + _SLACK_WORDS]]
        lacking = _without_counterpart(ours, self._between(start_ms - SLACK_MS, end_ms + SLACK_MS))
        added = _without_counterpart(self._between(start_ms, end_ms), around)
        return min(1.0, (lacking + added) / (end - first))

    def _between(self, start_ms: int, end_ms: int) -> list[str]:
        return self._words[bisect_left(self._middles_ms, start_ms) : bisect_right(self._middles_ms, end_ms)]


def _without_counterpart(words: Sequence[str], others: list[str]) -> int:
    """How many of the words are not among the others, each of which stands for one; the others are used up."""
    lacking = 0
    for word in words:
        if word in others:
            others.remove(word)
        else:
            lacking += 1
    return lacking
