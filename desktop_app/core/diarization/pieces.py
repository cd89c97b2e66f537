"""Pieces of tracks: a few seconds of one voice, short enough to be one person's, long enough to be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.segmentation import frame_to_samples, seconds_to_frames
from desktop_app.core.diarization.tracks import Track
from desktop_app.core.embedding.embedder import Clip

MIN_SPEECH_FRAMES = seconds_to_frames(0.1)
MAX_GAP_FRAMES = seconds_to_frames(0.3)
MAX_PIECE_FRAMES = seconds_to_frames(8.0)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of one track, of one voice as far as can be told.

    start: first frame on the common grid; active: bool [frames], where the voice is heard; clean: bool [frames],
    where it is heard alone.
    """

    track: int
    start: int
    active: NDArray[np.bool_]
    clean: NDArray[np.bool_]

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.start + len(self.active)

    @property
    def clean_frames(self) -> int:
        """Frames in which the voice is heard alone."""
        return int(self.clean.sum())


def cut_pieces(tracks: list[Track]) -> list[Piece]:
    """The pieces of all tracks, ordered by start.

    Pauses up to 0.3 s stay inside a piece, stretches under 0.1 s are dropped, and what is longer than 8 s is cut
    into equal parts.
    """
    counts = active_tracks(tracks)
    pieces = []
    for number, track in enumerate(tracks):
        for start, end in _stretches(track.active):
            first, last = track.start + start, track.start + end
            active = track.active[start:end]
            pieces.append(Piece(number, first, active, active & (counts[first:last] == 1)))
    return sorted(pieces, key=lambda piece: (piece.start, piece.end))


def clip_of(piece: Piece, samples: NDArray[np.float32]) -> Clip:
    """The piece's sound.

    samples: the whole recording, float32 [n]; a piece may begin or end beyond it (in the padding of the last window).
    """
    first, last = (min(frame_to_samples(frame), len(samples)) for frame in (piece.start, piece.end))
    clean = tuple(
        (frame_to_samples(piece.start + start) - first, min(last, frame_to_samples(piece.start + end)) - first)
        for start, end in runs(piece.clean)
        if frame_to_samples(piece.start + start) < last
    )
    return Clip(np.asarray(samples[first:last], np.float32), clean)


def cut_at(piece: Piece, frames: Sequence[int]) -> list[Piece]:
    """The piece in parts that begin at these of its frames, ascending, beside the first; none is empty."""
    borders = sorted({0, len(piece.active), *(frame for frame in frames if 0 < frame < len(piece.active))})
    return [
        Piece(piece.track, piece.start + start, piece.active[start:end], piece.clean[start:end])
        for start, end in pairwise(borders)
    ]


def runs(active: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches [start, end) of True in a row of bool [n], in order."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], active, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def active_tracks(tracks: Sequence[Track]) -> NDArray[np.int64]:
    """How many tracks are active in each frame from the first of the grid on, int64 [frames]."""
    end = max((track.start + len(track.active) for track in tracks), default=0)
    counts = np.zeros(end, np.int64)
    for track in tracks:
        counts[track.start : track.start + len(track.active)] += track.active
    return counts


def joined_runs(active: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches [start, end) of a track's speech, bool [n], with the pauses up to 0.3 s inside them."""
    joined: list[tuple[int, int]] = []
    for start, end in runs(active):
        if joined and start - joined[-1][1] <= MAX_GAP_FRAMES:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _stretches(active: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    for start, end in joined_runs(active):
        if end - start >= MIN_SPEECH_FRAMES:
            parts = -(-(end - start) // MAX_PIECE_FRAMES)
            cuts = np.linspace(start, end, parts + 1).round().astype(int)
            yield from pairwise(int(cut) for cut in cuts)
