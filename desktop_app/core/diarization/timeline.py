"""Assigned pieces into segments: the full timeline, with overlap, and the exclusive one, without."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.assignment import Assignment
from desktop_app.core.diarization.pieces import Piece, runs
from desktop_app.core.diarization.segmentation import frame_to_ms

LATE_FRAMES = 2
"""So much later than the segmentation hears it, speech ends: by 35 ms in a telephone call, 70 to 80 in read speech."""

FLICKER_MS = 250
"""Shorter than the shortest word: a slip between two who talk at once, at which no sentence should be torn."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech of one speaker, [start_ms, end_ms). margin: see Assignment; None where unknown."""

    speaker: int
    start_ms: int
    end_ms: int
    margin: float | None = None


def full_timeline(pieces: Sequence[Piece], assignment: Assignment, end_ms: int) -> tuple[Segment, ...]:
    """Who is heard when, ordered by start; segments of one speaker never touch, those of several may overlap.

    end_ms: the recording's end; nothing reaches beyond.
    """
    silent = ~_speech(pieces)
    segments = [
        segment
        for speaker in np.unique(assignment.speaker)
        for segment in _speaker_segments(pieces, assignment, int(speaker), silent, end_ms)
    ]
    return tuple(sorted(segments, key=lambda segment: (segment.start_ms, segment.end_ms, segment.speaker)))


def _speech(pieces: Sequence[Piece]) -> NDArray[np.bool_]:
    """Where anybody speaks, and LATE_FRAMES beyond: bool [frames] from the first of the common grid."""
    speech = np.zeros(max((piece.end for piece in pieces), default=0) + LATE_FRAMES, np.bool_)
    for piece in pieces:
        speech[piece.start : piece.end] |= piece.active
    return speech


def _speaker_segments(
    pieces: Sequence[Piece], assignment: Assignment, speaker: int, silent: NDArray[np.bool_], end_ms: int
) -> list[Segment]:
    mine = [index for index in range(len(pieces)) if assignment.speaker[index] == speaker]
    start = min(pieces[index].start for index in mine)
    active = np.zeros(max(pieces[index].end for index in mine) - start + LATE_FRAMES, np.bool_)
    margin = np.full(len(active), np.nan, np.float32)
    for index in mine:
        at = slice(pieces[index].start - start, pieces[index].end - start)
        active[at] |= pieces[index].active
        margin[at] = assignment.margin[index]
    for _ in range(LATE_FRAMES):
        active[1:] |= active[:-1] & silent[start + 1 : start + len(active)]
    return [
        Segment(speaker, first_ms, last_ms, _least(margin[a:b]))
        for a, b in runs(active)
        if (first_ms := frame_to_ms(start + a)) < (last_ms := min(frame_to_ms(start + b), end_ms))
    ]


def _least(margin: NDArray[np.float32]) -> float | None:
    known = margin[np.isfinite(margin)]
    return round(float(known.min()), 4) if len(known) else None


def exclusive_timeline(full: Sequence[Segment], *, flicker_ms: int = FLICKER_MS) -> tuple[Segment, ...]:
    """The full timeline with one speaker at a time: words can have only one.

    full: ordered by start. Where several speak, the one who spoke before goes on; where nobody did, the one who
    speaks longest gets it. A moment shorter than flicker_ms in which somebody else is heard in the middle of one's
    speech does not take the floor. No speech is lost: the union of both timelines is the same.
    """
    borders = sorted({ms for segment in full for ms in (segment.start_ms, segment.end_ms)})
    exclusive: list[Segment] = []
    active: list[Segment] = []
    upcoming = iter(full)
    following = next(upcoming, None)
    for start_ms, end_ms in pairwise(borders):
        active = [segment for segment in active if segment.end_ms > start_ms]
        while following is not None and following.start_ms <= start_ms:
            active.append(following)
            following = next(upcoming, None)
        if active:
            _extend(exclusive, active, start_ms, end_ms)
    return _without_flickers(exclusive, flicker_ms)


def _without_flickers(exclusive: Sequence[Segment], flicker_ms: int) -> tuple[Segment, ...]:
    steady: list[Segment] = []
    for segment in exclusive:
        steady.append(segment)
        while len(steady) > 2 and _is_flicker(steady[-3], steady[-2], steady[-1], flicker_ms):
            steady[-3:] = [replace(steady[-3], end_ms=steady[-1].end_ms)]
    return tuple(steady)


def _is_flicker(before: Segment, middle: Segment, after: Segment, flicker_ms: int) -> bool:
    touching = before.end_ms == middle.start_ms and middle.end_ms == after.start_ms
    return touching and before.speaker == after.speaker and middle.end_ms - middle.start_ms < flicker_ms


def _extend(exclusive: list[Segment], active: list[Segment], start_ms: int, end_ms: int) -> None:
    last = exclusive[-1] if exclusive and exclusive[-1].end_ms == start_ms else None
    holder = next((segment for segment in active if last and segment.speaker == last.speaker), None)
    chosen = holder or max(active, key=lambda segment: (segment.end_ms - segment.start_ms, -segment.speaker))
    if last and holder:
        exclusive[-1] = Segment(last.speaker, last.start_ms, end_ms, last.margin)
    else:
        exclusive.append(Segment(chosen.speaker, start_ms, end_ms, chosen.margin))
