"""A transcript taken apart: its words, and its speech without words, each with its place in its speaker's own time."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from desktop_app.core.diarization.timeline import Segment, exclusive_timeline
from desktop_app.core.transcript.known_speakers import speech_of
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word


class Part(NamedTuple):
    """A word, or a stretch of speech in which no word was understood.

    [start_ms, end_ms): where it stands in time that its speaker had alone; never empty. turn: the number of its turn;
    speaker: the turn's. from_ms, to_ms: the same, but for the first and last part of a turn those of the turn's region.
    """

    turn: int
    speaker: str
    word: Word | None
    start_ms: int
    end_ms: int
    from_ms: int
    to_ms: int


def parts_of(transcript: Transcript) -> list[Part]:
    """Every part, in order of time; those of one turn follow each other.

    Turns that lie wholly under others and have no words are left out: they come out of the timelines again.
    """
    alone = _time_alone(transcript)
    parts: list[list[Part]] = []
    for number, turn in enumerate(transcript.turns):
        region = _common(turn.speech, alone[turn.speaker])
        if turn.words:
            parts.append(_word_parts(number, turn, region))
        elif region:
            parts.append(_silent_parts(number, turn, region))
    return [part for each in sorted(parts, key=lambda each: each[0].from_ms) for part in each]


def _time_alone(transcript: Transcript) -> dict[str, list[Span]]:
    """The exclusive timeline that the turns were made from, speaker by speaker."""
    ids = [speaker.id for speaker in transcript.speakers]
    full = [
        Segment(number, span.start_ms, span.end_ms)
        for number, speaker_id in enumerate(ids)
        for span in speech_of(transcript, speaker_id)
    ]
    alone: dict[str, list[Span]] = defaultdict(list)
    for segment in exclusive_timeline(sorted(full, key=attrgetter("start_ms", "end_ms", "speaker"))):
        alone[ids[segment.speaker]].append(Span(segment.start_ms, segment.end_ms))
    return alone


def _common(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The stretches in both; each is ordered and disjoint."""
    common = []
    for span in some:
        at = bisect_right(others, span.start_ms, key=attrgetter("end_ms"))
        while at < len(others) and others[at].start_ms < span.end_ms:
            common.append(Span(max(span.start_ms, others[at].start_ms), min(span.end_ms, others[at].end_ms)))
            at += 1
    return [span for span in common if span.duration_ms]


def _word_parts(number: int, turn: Turn, region: Sequence[Span]) -> list[Part]:
    # Recognisers hear a little beyond a turn's edges: what they heard there is still this speaker's.
    first_ms = region[0].start_ms if region else 0
    last_ms = region[-1].end_ms if region else max(word.end_ms for word in turn.words) + 1
    places = []
    for word in turn.words:
        start_ms = min(max(word.start_ms, first_ms), last_ms - 1)
        places.append((word, start_ms, max(start_ms + 1, min(word.end_ms, last_ms))))
    return _parts(number, turn, places, region)


def _silent_parts(number: int, turn: Turn, region: Sequence[Span]) -> list[Part]:
    return _parts(number, turn, [(None, span.start_ms, span.end_ms) for span in region], region)


def _parts(
    number: int, turn: Turn, places: Sequence[tuple[Word | None, int, int]], region: Sequence[Span]
) -> list[Part]:
    last = len(places) - 1
    return [
        Part(
            number,
            turn.speaker,
            word,
            start_ms,
            end_ms,
            from_ms=region[0].start_ms if region and index == 0 else start_ms,
            to_ms=region[-1].end_ms if region and index == last else end_ms,
        )
        for index, (word, start_ms, end_ms) in enumerate(places)
    ]
