"""Pieces of tracks: a few seconds of one voice, short enough to be one person's, long enough to be told."""

from collections.abc import Iterator
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
MAX_CLIP_FRAMES = seconds_to_frames(6.0)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of one track.

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
    counts = _active_tracks(tracks)
    pieces = []
    for number, track in enumerate(tracks):
        for start, end in _stretches(track.active):
            first, last = track.start + start, track.start + end
            active = track.active[start:end]
            pieces.append(Piece(number, first, active, active & (counts[first:last] == 1)))
    return sorted(pieces, key=lambda piece: (piece.start, piece.end))


def clip_of(piece: Piece, samples: NDArray[np.float32]) -> Clip:
    """The piece's sound: at most 6 s, where most of its clean speech lies.

    samples: the whole recording, float32 [n]; a piece may begin or end beyond it (in the padding of the last window).
    """
    start, end = _richest(piece.clean)
    first, last = (min(frame_to_samples(piece.start + at), len(samples)) for at in (start, end))
    clean = tuple(
        (max(0, frame_to_samples(piece.start + a) - first), min(last, frame_to_samples(piece.start + b)) - first)
        for a, b in ((start + a, start + b) for a, b in runs(piece.clean[start:end]))
        if frame_to_samples(piece.start + a) < last
    )
    return Clip(np.asarray(samples[first:last], np.float32), clean)


def runs(active: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches [start, end) of True in a row of bool [n], in order."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], active, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _active_tracks(tracks: list[Track]) -> NDArray[np.int64]:
    end = max((track.start + len(track.active) for track in tracks), default=0)
    counts = np.zeros(end, np.int64)
    for track in tracks:
        counts[track.start : track.start + len(track.active)] += track.active
    return counts


def _stretches(active: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    joined: list[list[int]] = []
    for start, end in runs(active):
        if joined and start - joined[-1][1] <= MAX_GAP_FRAMES:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    for start, end in joined:
        if end - start >= MIN_SPEECH_FRAMES:
            parts = -(-(end - start) // MAX_PIECE_FRAMES)
            cuts = np.linspace(start, end, parts + 1).round().astype(int)
            yield from pairwise(int(cut) for cut in cuts)


def _richest(clean: NDArray[np.bool_]) -> tuple[int, int]:
    """The stretch of at most MAX_CLIP_FRAMES with the most clean frames."""
    if len(clean) <= MAX_CLIP_FRAMES:
        return 0, len(clean)
    total = np.concatenate(([0], np.cumsum(clean)))
    start = int(np.argmax(total[MAX_CLIP_FRAMES:] - total[:-MAX_CLIP_FRAMES]))
    return start, start + MAX_CLIP_FRAMES
