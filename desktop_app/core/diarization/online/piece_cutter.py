"""Tracks that go on growing cut into pieces: those that are complete, and those that still may change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.online.steps import Moment
from desktop_app.core.diarization.pieces import MAX_GAP_FRAMES, MIN_SPEECH_FRAMES, Piece, active_tracks, joined_runs
from desktop_app.core.diarization.segmentation import seconds_to_frames
from desktop_app.core.diarization.tracks import Track

SETTLING_FRAMES = seconds_to_frames(4.0)
"""Frames so old do not change much any more: half of their windows have heard them."""
LONG_FRAMES = seconds_to_frames(6.0)
"""A stretch of speech that goes on is cut after so much."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces in order of their start. closed: complete, each given once; open: as they look now."""

    closed: tuple[Piece, ...]
    open: tuple[Piece, ...]


class PieceCutter:
    """Cuts every track once, from its beginning on.

    A complete piece stays: where newer windows give its speech to another track, nobody else is heard there.
    """

    def __init__(self) -> None:
        self._cut_until: dict[int, int] = {}
        self._newest_closed: list[Piece] = []

    def cut(self, moment: Moment) -> Cut:
        """What has been completed since the last moment, and what has not."""
        first = min((track.start for track in moment.tracks.values()), default=0)
        counts = active_tracks([replace(track, start=track.start - first) for track in moment.tracks.values()])
        untold = self._untold(counts, first)
        closed: list[Piece] = []
        still_open: list[Piece] = []
        for number, track in moment.tracks.items():
            new = self._new(number, track, untold[track.start - first :])
            for start, end, complete in _stretches(new, moment.end - SETTLING_FRAMES):
                if end - start >= MIN_SPEECH_FRAMES:
                    (closed if complete else still_open).append(
                        _piece(number, new, start, end, counts[start - first : end - first])
                    )
                if complete:
                    self._cut_until[number] = end
        self._cut_until = {number: frame for number, frame in self._cut_until.items() if number in moment.tracks}
        self._newest_closed = [piece for piece in (*self._newest_closed, *closed) if piece.end > first]
        return Cut(_ordered(closed), _ordered(still_open))

    def _untold(self, counts: NDArray[np.int64], first: int) -> NDArray[np.bool_]:
        """Where more people speak than complete pieces tell. counts: how many, in the frames from the first on."""
        told = active_tracks(
            [
                Track(max(0, piece.start - first), piece.active[max(0, first - piece.start) :])
                for piece in self._newest_closed
            ]
        )
        left = counts.copy()
        left[: len(told)] -= told[: len(left)]
        return left > 0

    def _new(self, number: int, track: Track, untold: NDArray[np.bool_]) -> Track:
        """What of a track is in no complete piece. untold: from its first frame on."""
        active = track.active & untold[: len(track.active)]
        active[: max(0, self._cut_until.get(number, track.start) - track.start)] = False
        return replace(track, active=active)


def _stretches(track: Track, settled: int) -> Iterator[tuple[int, int, bool]]:
    """First frame, end and whether it is complete, of every stretch of a track."""
    for first, last in joined_runs(track.active):
        start, end = first + track.start, last + track.start
        over = end + MAX_GAP_FRAMES < settled
        while not over and settled - start >= LONG_FRAMES:
            yield start, start + LONG_FRAMES, True
            start += LONG_FRAMES
        if end > start:
            yield start, end, over


def _piece(number: int, track: Track, start: int, end: int, counts: NDArray[np.int64]) -> Piece:
    active = track.active[start - track.start : end - track.start]
    return Piece(number, start, active, active & (counts == 1))


def _ordered(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end, piece.track)))
