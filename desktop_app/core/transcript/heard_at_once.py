"""When how many speakers are heard at the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from desktop_app.core.transcript.values import Span, Transcript, Turn


def speech_of(turn: Turn) -> tuple[Span, ...]:
    """When the turn's speaker is heard: its stretches of speech, or all of it where none are known."""
    return turn.speech or (Span(turn.start_ms, turn.end_ms),)


def speech_by_speaker(transcript: Transcript) -> dict[str, tuple[Span, ...]]:
    """Each speaker's stretches of speech by id, ordered and disjoint; those who are never heard have none."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for turn in transcript.turns:
        spans[turn.speaker] += speech_of(turn)
    return {speaker.id: joined(spans[speaker.id]) for speaker in transcript.speakers}


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time in stretches that are ordered and do not touch; those of no length are left out."""
    together: list[Span] = []
    for span in sorted(span for span in spans if span.duration_ms):
        if together and span.start_ms <= together[-1].end_ms:
            if span.end_ms > together[-1].end_ms:
                together[-1] = Span(together[-1].start_ms, span.end_ms)
        else:
            together.append(span)
    return tuple(together)


def heard_at_once(transcript: Transcript, *, least: int) -> tuple[Span, ...]:
    """The stretches in which at least so many speakers (1 or more) are heard, ordered; those that touch are one."""
    return joined(_stretches(transcript, least))


def _stretches(transcript: Transcript, least: int) -> Iterator[Span]:
    borders = [
        border
        for spans in speech_by_speaker(transcript).values()
        for span in spans
        for border in ((span.start_ms, 1), (span.end_ms, -1))
    ]
    heard = start_ms = 0
    for time_ms, change in sorted(borders):
        before, heard = heard, heard + change
        if before < least <= heard:
            start_ms = time_ms
        elif heard < least <= before:
            yield Span(start_ms, time_ms)
