"""Which pieces a person has decided about: the must-link groups of a clustering under constraints."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.assignment import lying_over
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import frame_to_ms, seconds_to_frames
from desktop_app.core.transcript.decisions import Decision, decided_speakers


def fixed_pieces(pieces: Sequence[Piece], decisions: Sequence[Decision]) -> NDArray[np.int64]:
    """The must-link group of every piece: int64 [pieces], the place of its speaker in decided_speakers; -1 if free.

    pieces: ordered by start. decisions: ordered and disjoint. A piece is of a group if more than half of what is heard
    in it lies within decisions of that speaker. Of two that lie over each other only the one with more clean speech is:
    nobody talks over themselves.
    """
    fixed = np.full(len(pieces), -1)
    if not pieces or not decisions:
        return fixed
    groups = _groups_by_frame(decisions, max(piece.end for piece in pieces))
    decided = np.concatenate([[0], np.cumsum(groups >= 0)])
    starts, ends = (np.array([getattr(piece, name) for piece in pieces]) for name in ("start", "end"))
    for index in map(int, np.flatnonzero(decided[ends] > decided[starts])):
        fixed[index] = _group(pieces[index], groups)
    return _one_at_a_time(pieces, fixed)


def _groups_by_frame(decisions: Sequence[Decision], frames: int) -> NDArray[np.int64]:
    numbers = {speaker: number for number, speaker in enumerate(decided_speakers(decisions))}
    groups = np.full(frames, -1)
    for decision in decisions:
        groups[_frame(decision.span.start_ms) : _frame(decision.span.end_ms)] = numbers[decision.speaker]
    return groups


def _frame(time_ms: int) -> int:
    """The frame that begins nearest to a moment."""
    return max(0, seconds_to_frames((time_ms - frame_to_ms(0)) / 1000))


def _group(piece: Piece, groups: NDArray[np.int64]) -> int:
    heard = groups[piece.start : piece.end][piece.active]
    frames = np.bincount(heard + 1)
    best = int(frames[1:].argmax()) if len(frames) > 1 else -1
    return best if best >= 0 and 2 * frames[best + 1] > len(heard) else -1


def _one_at_a_time(pieces: Sequence[Piece], fixed: NDArray[np.int64]) -> NDArray[np.int64]:
    members = [int(index) for index in np.flatnonzero(fixed >= 0)]
    for first, second in lying_over([pieces[index] for index in members]):
        pair = members[first], members[second]
        if fixed[pair[0]] == fixed[pair[1]] >= 0:
            fixed[min(pair, key=lambda index: pieces[index].clean_frames)] = -1
    return fixed
