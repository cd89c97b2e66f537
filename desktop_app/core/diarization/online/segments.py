"""Pieces and whose they are as the segments of a live timeline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from desktop_app.core.diarization.assignment import Assignment
from desktop_app.core.diarization.live_timeline import LiveSegment
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline, full_timeline


@dataclass(frozen=True, slots=True)
class LiveSegments:
    """Of some pieces. full, exclusive: see LiveTimeline."""

    full: tuple[LiveSegment, ...] = ()
    exclusive: tuple[LiveSegment, ...] = ()


def live_segments(pieces: Sequence[Piece], speakers: Sequence[str | None], end_ms: int) -> LiveSegments:
    """Up to end_ms. speakers: an id for each piece, None where unsure."""
    if not pieces:
        return LiveSegments()
    ids = sorted(set(speakers), key=lambda each: (each is not None, each))
    numbers = np.array([ids.index(speaker) for speaker in speakers], np.int64)
    full = full_timeline(pieces, Assignment(numbers, np.full(len(pieces), np.nan)), end_ms)
    return LiveSegments(_live(full, ids), _live(exclusive_timeline(full), ids))


def joined(settled: LiveSegments, recent: LiveSegments) -> LiveSegments:
    """Both, the recent ones from where the settled ones end: in the full timeline those of the same speaker."""
    end_ms = settled.exclusive[-1].end_ms if settled.exclusive else 0
    ends_ms = {each.speaker: each.end_ms for each in settled.full}
    full = (*settled.full, *_nonempty(_from(each, ends_ms.get(each.speaker, 0)) for each in recent.full))
    exclusive = (*settled.exclusive, *_nonempty(_from(each, end_ms) for each in recent.exclusive))
    return LiveSegments(tuple(sorted(full, key=attrgetter("start_ms"))), exclusive)


def _live(segments: Iterable[Segment], ids: Sequence[str | None]) -> tuple[LiveSegment, ...]:
    return tuple(LiveSegment(each.start_ms, each.end_ms, ids[each.speaker]) for each in segments)


def _from(segment: LiveSegment, start_ms: int) -> LiveSegment:
    return replace(segment, start_ms=max(segment.start_ms, start_ms))


def _nonempty(segments: Iterable[LiveSegment]) -> Iterable[LiveSegment]:
    return (each for each in segments if each.start_ms < each.end_ms)
