"""Every piece of speech to a speaker."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import seconds_to_frames

TRACK_BONUS = 0.1
"""Cosine similarity that a speaker gains who holds the same track near by."""
TRACK_REACH_FRAMES = seconds_to_frames(10.0)
MAX_SHARED = 0.5
"""Two pieces that lie over each other for this share of the shorter one are two people."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """speaker: int64 [pieces], index of the centroid. margin: float64 [pieces], how much nearer (in cosine distance)
    the piece is to it than to the next speaker; NaN where it was not embedded or there is only one speaker."""

    speaker: NDArray[np.int64]
    margin: NDArray[np.float64]


def assign(pieces: list[Piece], embeddings: NDArray[np.float32], centroids: NDArray[np.float32]) -> Assignment:
    """The nearest speaker for every piece.

    pieces: ordered by start. embeddings: float32 [pieces, dimension], NaN rows for pieces too short to be told.
    centroids: float32 [speakers, dimension], at least one. A piece that was not embedded follows its track, or else
    the nearest piece in time that it does not lie over.
    """
    similarity = embeddings @ centroids.T
    told = np.isfinite(similarity).all(axis=1)
    speaker = np.where(told, np.nan_to_num(similarity).argmax(axis=1), -1)
    speaker = _with_track_bonus(pieces, similarity, speaker)
    speaker = _without_clashes(pieces, similarity, speaker)
    margin = np.full(len(pieces), np.nan)
    if len(centroids) > 1:
        for index in np.flatnonzero(told):
            others = np.delete(similarity[index], speaker[index])
            margin[index] = similarity[index, speaker[index]] - others.max()
    return Assignment(_follow_neighbours(pieces, speaker), margin)


def _with_track_bonus(
    pieces: list[Piece], similarity: NDArray[np.float32], speaker: NDArray[np.int64]
) -> NDArray[np.int64]:
    result = speaker.copy()
    of_track = _by_track(pieces)
    for index in np.flatnonzero(speaker >= 0):
        bonus = np.zeros(similarity.shape[1])
        for other in of_track[pieces[index].track]:
            if other != index and speaker[other] >= 0 and _gap(pieces[index], pieces[other]) <= TRACK_REACH_FRAMES:
                bonus[speaker[other]] = TRACK_BONUS
        result[index] = int((similarity[index] + bonus).argmax())
    return result


def _without_clashes(
    pieces: list[Piece], similarity: NDArray[np.float32], speaker: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of two pieces that lie over each other, the less certain one goes to its second-best speaker."""
    result = speaker.copy()
    if similarity.shape[1] < 2:
        return result
    for first, second in _lying_over(pieces):
        if result[first] == result[second] >= 0:
            shared = result[first]
            rest = [np.delete(similarity[index], shared).max() for index in (first, second)]
            loss = [float(similarity[index, shared] - best) for index, best in zip((first, second), rest, strict=True)]
            loser = first if loss[0] < loss[1] else second
            masked = similarity[loser].copy()
            masked[shared] = -np.inf
            result[loser] = int(masked.argmax())
    return result


def _follow_neighbours(pieces: list[Piece], speaker: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pieces without an embedding go with the piece whose pause they fill, or the nearest of their track, or, where
    the track has none, the nearest that they do not lie over."""
    result = speaker.copy()
    known = [int(index) for index in np.flatnonzero(speaker >= 0)]
    of_track = _by_track(pieces)
    for index in np.flatnonzero(speaker < 0):
        piece = pieces[index]
        # Shorter than a pause inside a piece: nobody else's word, but a slip of the segmentation.
        around = [other for other in known if _fills_pause(piece, pieces[other])]
        same_track = [other for other in of_track[piece.track] if speaker[other] >= 0]
        elsewhere = [other for other in known if _shared(piece, pieces[other]) == 0]
        candidates = around or same_track or elsewhere or known
        gaps = [_gap(piece, pieces[other]) for other in candidates]
        result[index] = speaker[candidates[int(np.argmin(gaps))]] if candidates else 0
    return result


def _fills_pause(piece: Piece, other: Piece) -> bool:
    if not other.start < piece.start < piece.end < other.end:
        return False
    return not other.active[piece.start - other.start : piece.end - other.start].any()


def _by_track(pieces: list[Piece]) -> dict[int, list[int]]:
    of_track: dict[int, list[int]] = {}
    for index, piece in enumerate(pieces):
        of_track.setdefault(piece.track, []).append(index)
    return of_track


def _lying_over(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Pairs of pieces of different tracks that share at least MAX_SHARED of the shorter."""
    pairs = []
    for first, piece in enumerate(pieces):
        for second in range(first + 1, len(pieces)):
            other = pieces[second]
            if other.start >= piece.end:
                break
            shorter = min(len(piece.active), len(other.active))
            if other.track != piece.track and _shared(piece, other) >= MAX_SHARED * shorter:
                pairs.append((first, second))
    return pairs


def _shared(piece: Piece, other: Piece) -> int:
    return max(0, min(piece.end, other.end) - max(piece.start, other.start))


def _gap(piece: Piece, other: Piece) -> int:
    return max(0, max(piece.start, other.start) - min(piece.end, other.end))
