"""When nobody in a recording says anything."""

from collections.abc import Iterator

from desktop_app.core.transcript.values import Span, Transcript


def silences(transcript: Transcript, least_ms: int) -> tuple[Span, ...]:
    """The stretches of this length or more, between what is said, in which there is no word, nor speech that has none.
    In order; what is before the first word and after the last is none."""
    return tuple(_gaps(sorted(_said(transcript)), least_ms))


def _said(transcript: Transcript) -> Iterator[Span]:
    for turn in transcript.turns:
        yield from (Span(word.start_ms, word.end_ms) for word in turn.words)
        if not turn.words:
            yield from turn.speech


def _gaps(said: list[Span], least_ms: int) -> Iterator[Span]:
    quiet_ms = said[0].end_ms if said else 0
    for span in said:
        if span.start_ms - quiet_ms >= least_ms:
            yield Span(quiet_ms, span.start_ms)
        quiet_ms = max(quiet_ms, span.end_ms)
