"""Turns into sentences, and sentences into stretches of a few words, any of which may become a passage."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from desktop_app.core.transcript.values import Span, Turn, Word

MOST_WORDS = 6
"""A passage has at most so many words, and those of a sentence about as many each."""
MOST_IN_SENTENCE = 30
"""Where an engine writes no full stops, a sentence ends here."""
CERTAIN = 1.0
"""The confidence of words that a person typed."""
_CLOSING = "\"'”’»)]"
_ENDINGS = (".", "?", "!", "…", "。", "？", "！")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, end) of the turn of that index; sentence: [first, end) of the sentence around them."""

    turn: int
    first: int
    end: int
    sentence: tuple[int, int]


def stretches_of(number: int, turn: Turn, settled: "SettledTimes") -> Iterator[Stretch]:
    """The words of a turn that are not certain, sentence by sentence, in stretches of even length."""
    for sentence in sentences(turn.words):
        for first, end in _open_runs(turn.words, *sentence, settled):
            parts = math.ceil((end - first) / MOST_WORDS)
            for part in range(parts):
                cut = first + (end - first) * part // parts, first + (end - first) * (part + 1) // parts
                yield Stretch(number, *cut, sentence)


def sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First word and the one after the last of each sentence."""
    first = 0
    for end, word in enumerate(words, start=1):
        if end == len(words) or end - first == MOST_IN_SENTENCE or ends_sentence(word.text):
            yield first, end
            first = end


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with this word."""
    return text.rstrip(_CLOSING).endswith(_ENDINGS)


class SettledTimes:
    """Times of which a person has said that all is right there, their ends and those of no length among them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._reach_ms = list(accumulate((span.end_ms for span in self._spans), max))

    def hold(self, word: Word) -> bool:
        """Whether the word's middle lies in one of them."""
        if not self._spans:
            return False
        middle_ms = (word.start_ms + word.end_ms) / 2
        at = bisect_right(self._spans, middle_ms, key=attrgetter("start_ms")) - 1
        return at >= 0 and middle_ms <= self._reach_ms[at]


def _open_runs(words: Sequence[Word], first: int, end: int, settled: SettledTimes) -> Iterator[tuple[int, int]]:
    """The longest runs in [first, end) of words that nobody has typed or settled."""
    begin = first
    for at in range(first, end):
        if words[at].confidence == CERTAIN or settled.hold(words[at]):
            if begin < at:
                yield begin, at
            begin = at + 1
    if begin < end:
        yield begin, end
