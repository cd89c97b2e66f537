"""A transcript without what is off the record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop_app.core.transcript.values import Mark, Span, Transcript, Turn


def on_record(transcript: Transcript) -> Transcript:
    """The transcript without the words that are off the record, and without the speech that they are. A turn of which
    nothing else is left is not there."""
    if not any(Mark.OFF_RECORD in word.marks for turn in transcript.turns for word in turn.words):
        return transcript
    return replace(transcript, turns=tuple(_kept(transcript.turns)))


def off_record_spans(transcript: Transcript) -> tuple[Span, ...]:
    """When something off the record is said, in order; what follows on is one."""
    found: list[Span] = []
    for turn in transcript.turns:
        found += _hidden(turn)
    return tuple(sorted(found))


def _kept(turns: Iterable[Turn]) -> Iterator[Turn]:
    for turn in turns:
        hidden = _hidden(turn)
        words = tuple(word for word in turn.words if Mark.OFF_RECORD not in word.marks)
        if not hidden:
            yield turn
        elif words:
            speech = tuple(_without(turn.speech, hidden)) or tuple(Span(word.start_ms, word.end_ms) for word in words)
            start_ms = min(words[0].start_ms, speech[0].start_ms)
            end_ms = max(max(word.end_ms for word in words), speech[-1].end_ms)
            yield replace(turn, words=words, speech=speech, start_ms=start_ms, end_ms=end_ms)


def _hidden(turn: Turn) -> list[Span]:
    """The time of the turn's words off the record, from the first of some that follow on to the last."""
    found: list[Span] = []
    follows = False
    for word in turn.words:
        hides = Mark.OFF_RECORD in word.marks
        if hides and follows:
            found[-1] = Span(found[-1].start_ms, max(found[-1].end_ms, word.end_ms))
        elif hides:
            found.append(Span(word.start_ms, word.end_ms))
        follows = hides
    return found


def _without(speech: Iterable[Span], hidden: Iterable[Span]) -> Iterator[Span]:
    """What of the speech is in none of the hidden stretches, which are in order."""
    for span in speech:
        start_ms = span.start_ms
        for each in hidden:
            if each.end_ms <= start_ms or each.start_ms >= span.end_ms:
                continue
            if each.start_ms > start_ms:
                yield Span(start_ms, each.start_ms)
            start_ms = max(start_ms, each.end_ms)
        if start_ms < span.end_ms:
            yield Span(start_ms, span.end_ms)
