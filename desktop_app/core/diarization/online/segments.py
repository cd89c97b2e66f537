"""Pieces and whose they are as the segments of a live timeline."""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.diarization.assignment import Assignment
from desktop_app.core.diarization.live_timeline import LiveSegment
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.timeline import exclusive_timeline, full_timeline


def live_segments(pieces: Sequence[Piece], speakers: Sequence[str | None], end_ms: int) -> tuple[LiveSegment, ...]:
    """One speaker at a time, ordered, disjoint, up to end_ms. speakers: an id for each piece, None where unsure."""
    if not pieces:
        return ()
    ids = sorted(set(speakers), key=lambda each: (each is not None, each))
    numbers = np.array([ids.index(speaker) for speaker in speakers], np.int64)
    full = full_timeline(pieces, Assignment(numbers, np.full(len(pieces), np.nan)), end_ms)
    return tuple(LiveSegment(each.start_ms, each.end_ms, ids[each.speaker]) for each in exclusive_timeline(full))


def joined(settled: tuple[LiveSegment, ...], recent: tuple[LiveSegment, ...]) -> tuple[LiveSegment, ...]:
    """Both, the recent ones from where the settled ones end."""
    end_ms = settled[-1].end_ms if settled else 0
    later = (LiveSegment(max(each.start_ms, end_ms), each.end_ms, each.speaker) for each in recent)
    return (*settled, *(each for each in later if each.start_ms < each.end_ms))
