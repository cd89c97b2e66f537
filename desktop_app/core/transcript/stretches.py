"""A stretch of a transcript, and the same transcript later or earlier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.core.transcript.values import Span, Transcript, Turn, Word


def within(transcript: Transcript, span: Span) -> Transcript:
    """The words whose middle lies in the stretch, and the speech in it; times stay what they are."""
    return replace(transcript, turns=tuple(_cut(transcript.turns, span)))


def moved(transcript: Transcript, offset_ms: int) -> Transcript:
    """Every time so much later; what would begin before zero, where that is earlier, is left out."""
    if not offset_ms:
        return transcript
    if offset_ms < 0:
        transcript = within(transcript, Span(-offset_ms, max(transcript.audio.duration_ms, -offset_ms)))
    incomplete_ms = transcript.incomplete_from_ms
    return replace(
        transcript,
        audio=replace(transcript.audio, duration_ms=max(0, transcript.audio.duration_ms + offset_ms)),
        incomplete_from_ms=None if incomplete_ms is None else max(0, incomplete_ms + offset_ms),
        turns=tuple(_moved(turn, offset_ms) for turn in transcript.turns),
    )


def _cut(turns: Iterable[Turn], span: Span) -> Iterator[Turn]:
    for turn in turns:
        if span.start_ms <= turn.start_ms and turn.end_ms <= span.end_ms:
            yield turn
            continue
        words = tuple(_clipped(word, span) for word in turn.words if _is_inside(word, span))
        speech = tuple(_overlap(each, span) for each in turn.speech if _meets(each, span))
        if words or speech:
            spans = [*speech, *(Span(word.start_ms, word.end_ms) for word in words)]
            start_ms, end_ms = min(each.start_ms for each in spans), max(each.end_ms for each in spans)
            yield replace(
                turn, words=words, speech=speech or (Span(start_ms, end_ms),), start_ms=start_ms, end_ms=end_ms
            )


def _is_inside(word: Word, span: Span) -> bool:
    return span.start_ms <= (word.start_ms + word.end_ms) / 2 < span.end_ms


def _clipped(word: Word, span: Span) -> Word:
    return replace(word, start_ms=max(word.start_ms, span.start_ms), end_ms=min(word.end_ms, span.end_ms))


def _meets(one: Span, other: Span) -> bool:
    return one.start_ms < other.end_ms and other.start_ms < one.end_ms


def _overlap(one: Span, other: Span) -> Span:
    return Span(max(one.start_ms, other.start_ms), min(one.end_ms, other.end_ms))


def _moved(turn: Turn, offset_ms: int) -> Turn:
    return replace(
        turn,
        start_ms=turn.start_ms + offset_ms,
        end_ms=turn.end_ms + offset_ms,
        words=tuple(
            replace(word, start_ms=word.start_ms + offset_ms, end_ms=word.end_ms + offset_ms) for word in turn.words
        ),
        speech=tuple(Span(each.start_ms + offset_ms, each.end_ms + offset_ms) for each in turn.speech),
    )
