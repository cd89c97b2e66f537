"""Every piece of speech to a speaker."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True, eq=False)
class _Spans:
    """Where the pieces lie: int64 [pieces] each, in frames."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    track: NDArray[np.int64]

    def gaps(self, index: int) -> NDArray[np.int64]:
        """Frames between a piece and every piece; 0 where they touch or lie over each other."""
        later, earlier = np.maximum(self.start, self.start[index]), np.minimum(self.end, self.end[index])
        return np.asarray(np.maximum(0, later - earlier), np.int64)

    def apart(self, index: int) -> NDArray[np.bool_]:
        """Which pieces do not lie over this one."""
        return np.asarray((self.end <= self.start[index]) | (self.start >= self.end[index]), np.bool_)


def assign(
    pieces: list[Piece],
    embeddings: NDArray[np.float32],
    centroids: NDArray[np.float32],
    *,
    at_least: int = 1,
    fixed: NDArray[np.int64] | None = None,
) -> Assignment:
    """The nearest speaker for every piece.

    pieces: ordered by start. embeddings: float32 [pieces, dimension], NaN rows for pieces too short to be told.
    centroids: float32 [speakers, dimension], at least one. A piece that was not embedded follows its track, or else
    the nearest piece in time that it does not lie over. at_least: so many speakers get a piece, where there are as
    many centroids and embedded pieces; otherwise one who is nearest to nothing gets none. fixed: int64 [pieces], the
    centroid of pieces whose speaker is known, without a margin, and -1 for all others.
    """
    known = np.full(len(pieces), -1) if fixed is None else fixed
    free = known < 0
    spans = _Spans(
        np.array([piece.start for piece in pieces], np.int64),
        np.array([piece.end for piece in pieces], np.int64),
        np.array([piece.track for piece in pieces], np.int64),
    )
    similarity = embeddings @ centroids.T
    told = np.isfinite(similarity).all(axis=1)
    speaker = np.where(told, np.nan_to_num(similarity).argmax(axis=1), -1)
    speaker = np.where(free, speaker, known)
    speaker = np.where(free, _with_track_bonus(spans, similarity, speaker), known)
    speaker = _without_clashes(pieces, similarity, speaker, free)
    speaker = _with_the_missing(similarity, speaker, at_least, told & free)
    margin = _margins(similarity, speaker, told & free)
    return Assignment(_follow_neighbours(pieces, spans, speaker), margin)


def _margins(
    similarity: NDArray[np.float32], speaker: NDArray[np.int64], judged: NDArray[np.bool_]
) -> NDArray[np.float64]:
    margin = np.full(len(speaker), np.nan)
    if similarity.shape[1] > 1 and judged.any():
        rows = np.flatnonzero(judged)
        others = similarity[rows].astype(np.float64)
        own = others[np.arange(len(rows)), speaker[rows]]
        others[np.arange(len(rows)), speaker[rows]] = -np.inf
        margin[rows] = own - others.max(axis=1)
    return margin


def _with_track_bonus(spans: _Spans, similarity: NDArray[np.float32], speaker: NDArray[np.int64]) -> NDArray[np.int64]:
    result = speaker.copy()
    told = speaker >= 0
    for track in np.unique(spans.track[told]):
        members = np.flatnonzero(told & (spans.track == track))
        starts, ends = spans.start[members], spans.end[members]  # both ascend: a track's pieces are disjoint
        first = np.searchsorted(ends, starts - TRACK_REACH_FRAMES)
        last = np.searchsorted(starts, ends + TRACK_REACH_FRAMES, side="right")
        for place, index in enumerate(members):
            near = np.concatenate([members[first[place] : place], members[place + 1 : last[place]]])
            bonus = np.zeros(similarity.shape[1])
            bonus[speaker[near]] = TRACK_BONUS
            result[index] = int((similarity[index] + bonus).argmax())
    return result


def _without_clashes(
    pieces: list[Piece], similarity: NDArray[np.float32], speaker: NDArray[np.int64], free: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Of two pieces that lie over each other, the less certain one goes to its second-best speaker."""
    result = speaker.copy()
    if similarity.shape[1] < 2:
        return result
    for first, second in lying_over(pieces):
        if result[first] == result[second] >= 0 and (free[first] or free[second]):
            shared = result[first]
            rest = [np.delete(similarity[index], shared).max() for index in (first, second)]
            loss = [float(similarity[index, shared] - best) for index, best in zip((first, second), rest, strict=True)]
            gives_way = loss[0] < loss[1] if free[first] and free[second] else free[first]
            loser = first if gives_way else second
            masked = similarity[loser].copy()
            masked[shared] = -np.inf
            result[loser] = int(masked.argmax())
    return result


def _with_the_missing(
    similarity: NDArray[np.float32], speaker: NDArray[np.int64], at_least: int, may_go: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Give those without a piece the one that suits them best, of speakers who have others, until enough have one."""
    result = speaker.copy()
    counts = np.bincount(result[result >= 0], minlength=similarity.shape[1])
    for missing in np.flatnonzero(counts == 0)[: max(0, at_least - np.count_nonzero(counts))]:
        spare = np.flatnonzero(may_go & (counts[result] > 1))
        if len(spare):
            gain = similarity[spare, missing] - similarity[spare, result[spare]]
            given = spare[int(gain.argmax())]
            counts[result[given]] -= 1
            result[given] = missing
            counts[missing] = 1
    return result


def _follow_neighbours(pieces: list[Piece], spans: _Spans, speaker: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pieces without an embedding go with the piece whose pause they fill, or the nearest of their track, or, where
    the track has none, the nearest that they do not lie over."""
    result = speaker.copy()
    known = speaker >= 0
    if not known.any():
        return np.zeros_like(result)
    for index in np.flatnonzero(~known):
        candidates = _neighbours(pieces, spans, known, int(index))
        result[index] = speaker[candidates[int(spans.gaps(int(index))[candidates].argmin())]]
    return result


def _neighbours(pieces: list[Piece], spans: _Spans, known: NDArray[np.bool_], index: int) -> NDArray[np.int64]:
    # Shorter than a pause inside a piece: nobody else's word, but a slip of the segmentation.
    around = known & (spans.start < spans.start[index]) & (spans.end > spans.end[index])
    filled = [other for other in np.flatnonzero(around) if _is_silent(pieces[other], pieces[index])]
    if filled:
        return np.array(filled)
    for chosen in (known & (spans.track == spans.track[index]), known & spans.apart(index)):
        if chosen.any():
            return np.flatnonzero(chosen)
    return np.flatnonzero(known)


def _is_silent(other: Piece, during: Piece) -> bool:
    return not other.active[during.start - other.start : during.end - other.start].any()


def lying_over(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Pairs of pieces of different tracks that share at least MAX_SHARED of the shorter."""
    pairs = []
    for first, piece in enumerate(pieces):
        for second in range(first + 1, len(pieces)):
            other = pieces[second]
            if other.start >= piece.end:
                break
            shorter = min(len(piece.active), len(other.active))
            shared = min(piece.end, other.end) - other.start
            if other.track != piece.track and shared >= MAX_SHARED * shorter:
                pairs.append((first, second))
    return pairs
