"""Words against the speech they were heard in: what has none under it, and speech without words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.core.transcript.values import Span, Word

TOLERANCE_MS = 400
"""A word may be emitted this long after the sound of it, and diarization may begin so much too late."""
UNHEARD_MS = 3000
"""More speech than that is not without a word: the decoder has lost it."""


def inside(words: Iterable[Word], span: Span) -> tuple[Word, ...]:
    """The words that begin within the span, cut off at its end."""
    return tuple(
        replace(word, end_ms=min(word.end_ms, span.end_ms))
        for word in words
        if span.start_ms <= word.start_ms < span.end_ms
    )


def over_speech(words: Iterable[Word], speech: Sequence[Span]) -> tuple[Word, ...]:
    """The words that somebody may have said: others were heard in noise or silence."""
    return tuple(word for word in words if any(_near(word, span) for span in speech))


def unheard(words: Sequence[Word], speech: Sequence[Span]) -> list[Span]:
    """The stretches between words, from speech to speech, with over 3 s of speech in them; both in order."""
    borders = [0, *(time for word in words for time in (word.start_ms, word.end_ms)), speech[-1].end_ms]
    gaps = [
        [Span(max(span.start_ms, start), min(span.end_ms, end)) for span in speech if _overlap(span, start, end)]
        for start, end in zip(borders[::2], borders[1::2], strict=True)
    ]
    return [Span(gap[0].start_ms, gap[-1].end_ms) for gap in gaps if sum(part.duration_ms for part in gap) > UNHEARD_MS]


def _near(word: Word, span: Span) -> bool:
    return word.start_ms < span.end_ms + TOLERANCE_MS and word.end_ms > span.start_ms - TOLERANCE_MS


def _overlap(span: Span, start_ms: int, end_ms: int) -> bool:
    return span.start_ms < end_ms and start_ms < span.end_ms
