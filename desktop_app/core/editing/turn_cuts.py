"""Turns cut in two and put together: every word keeps its times, and speech stays where it was heard."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.core.transcript.values import DECIDED_MARGIN, Span, Turn, Word


def cut(turn: Turn, word: int) -> tuple[Turn, Turn]:
    """The turn before a word, and from it on. ValueError where one of them would have no words."""
    if not 0 < word < len(turn.words):
        raise ValueError(f"nothing of {len(turn.words)} words is before word {word}, or from it on")
    before, behind = turn.words[:word], turn.words[word:]
    at_ms = max(behind[0].start_ms, turn.start_ms)
    low = _part(turn, before, turn.start_ms, max(_end_ms(before), min(at_ms, turn.end_ms)))
    return low, _part(turn, behind, at_ms, max(turn.end_ms, _end_ms(behind)))


def join(turns: Sequence[Turn], speaker: str | None = None) -> Turn:
    """One turn of several, which are in order of time. speaker: the first one's if None."""
    first = turns[0]
    if len(turns) == 1:
        return first if speaker in {None, first.speaker} else replace(first, speaker=speaker)
    words = tuple(sorted((word for turn in turns for word in turn.words), key=_start_ms))
    margins = [turn.margin for turn in turns if turn.margin is not None]
    return Turn(
        speaker or first.speaker,
        min(turn.start_ms for turn in turns),
        max(turn.end_ms for turn in turns),
        words,
        union(span for turn in turns for span in turn.speech),
        min(margins, default=None),
        any(turn.overlap for turn in turns),
    )


def given(turn: Turn, speaker: str) -> Turn:
    """The turn as a person gives it to a speaker."""
    return replace(turn, speaker=speaker, margin=DECIDED_MARGIN)


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time in spans that are in order and do not touch."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start_ms <= found[-1].end_ms:
            found[-1] = Span(found[-1].start_ms, max(found[-1].end_ms, span.end_ms))
        else:
            found.append(span)
    return tuple(found)


def clipped(spans: Iterable[Span], start_ms: int, end_ms: int) -> tuple[Span, ...]:
    """What of the spans lies between two times; all of that time where nothing does."""
    inside = tuple(
        Span(max(span.start_ms, start_ms), min(span.end_ms, end_ms))
        for span in spans
        if span.start_ms < end_ms and span.end_ms > start_ms
    )
    return inside or (Span(start_ms, end_ms),)


def _part(turn: Turn, words: tuple[Word, ...], start_ms: int, end_ms: int) -> Turn:
    return replace(turn, words=words, start_ms=start_ms, end_ms=end_ms, speech=clipped(turn.speech, start_ms, end_ms))


def _end_ms(words: Iterable[Word]) -> int:
    """Of the one that ends last: words may lie over each other."""
    return max(word.end_ms for word in words)


def _start_ms(word: Word) -> int:
    return word.start_ms
