"""Who has been heard so far, and where: what the speakers of another clustering are matched with."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from desktop_app.core.transcript.values import Span, Speaker, Transcript


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker with name and colour, and the stretches in which that voice was heard: ordered, disjoint."""

    speaker: Speaker
    speech: tuple[Span, ...]


def known_speakers(transcript: Transcript) -> tuple[KnownSpeaker, ...]:
    """The speakers of a transcript, in its order."""
    spans: dict[str, list[Span]] = {speaker.id: [] for speaker in transcript.speakers}
    for turn in transcript.turns:
        spans[turn.speaker] += turn.speech
    return tuple(KnownSpeaker(speaker, joined_spans(spans[speaker.id])) for speaker in transcript.speakers)


def speech_of(transcript: Transcript, speaker_id: str) -> tuple[Span, ...]:
    """Where a speaker is heard: ordered, disjoint, spans that touch made one."""
    return joined_spans([span for turn in transcript.turns if turn.speaker == speaker_id for span in turn.speech])


def joined_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches that lie in any of the spans, ordered, disjoint and apart."""
    joined: list[Span] = []
    for span in sorted(spans, key=attrgetter("start_ms", "end_ms")):
        if joined and span.start_ms <= joined[-1].end_ms:
            joined[-1] = Span(joined[-1].start_ms, max(joined[-1].end_ms, span.end_ms))
        else:
            joined.append(span)
    return tuple(joined)
