"""What is heard of a speaker alone: the pieces of a recording that its transcript, as it is by now, gives to them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.offline import MIN_TRAINING_S
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import FRAME_CENTRE_SAMPLES, FRAME_STEP_SAMPLES
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.transcript.known_speakers import speech_of
from desktop_app.core.transcript.values import Span, Transcript

MIN_INSIDE = 0.9
"""Share of a piece's clean speech that has to lie in the speaker's turns, and outside everybody else's."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Clean speech of one voice.

    embeddings: float32 [n, dimension], finite, rows of length 1, in order of time. seconds: float64 [n], clean speech
    behind each. turns: how many turns they come from.
    """

    embeddings: NDArray[np.float32]
    seconds: NDArray[np.float64]
    turns: int = 1

    @property
    def total_s(self) -> float:
        """Seconds of clean speech."""
        return float(self.seconds.sum())

    @property
    def centroid(self) -> NDArray[np.float32]:
        """The mean embedding, weighted by seconds: float32 [dimension], of length 1; zeros where there is no speech."""
        mean = self.seconds @ self.embeddings
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)


def clean_speech(voices: Voices, transcript: Transcript, speaker_id: str) -> Speech:
    """What is heard of a speaker alone in the transcript's turns, which may have been corrected since it was made.

    voices: those of the transcript's recording. Pieces with too little clean speech to tell a voice are left out.
    """
    grid = _Grid(max((piece.end for piece in voices.pieces), default=0))
    theirs = grid.mask(speech_of(transcript, speaker_id))
    others = grid.mask([span for turn in transcript.turns if turn.speaker != speaker_id for span in turn.speech])
    alone = theirs & ~others
    chosen = [
        index
        for index in np.flatnonzero(voices.told)
        if _seconds(voices.pieces[index]) >= MIN_TRAINING_S and _share(voices.pieces[index], alone) >= MIN_INSIDE
    ]
    pieces = [voices.pieces[index] for index in chosen]
    heard = grid.heard(pieces)
    return Speech(
        voices.embeddings[chosen],
        np.array([_seconds(piece) for piece in pieces], np.float64),
        sum(grid.any(heard, turn.speech) for turn in transcript.turns if turn.speaker == speaker_id),
    )


def _seconds(piece: Piece) -> float:
    return piece.clean_frames * FRAME_STEP_SAMPLES / SAMPLE_RATE_HZ


def _share(piece: Piece, inside: NDArray[np.bool_]) -> float:
    return float(inside[piece.start : piece.end][piece.clean].mean())


class _Grid:
    """The common grid of frames, and where spans lie on it."""

    def __init__(self, frames: int) -> None:
        samples = np.arange(frames) * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES
        self._times_ms = np.rint(samples * 1000 / SAMPLE_RATE_HZ)

    def mask(self, spans: Sequence[Span]) -> NDArray[np.bool_]:
        """Bool [frames]: which lie in the spans."""
        mask = np.zeros(len(self._times_ms), np.bool_)
        for span in spans:
            mask[self._frames(span)] = True
        return mask

    def heard(self, pieces: Sequence[Piece]) -> NDArray[np.bool_]:
        """Bool [frames]: in which a piece is heard alone."""
        mask = np.zeros(len(self._times_ms), np.bool_)
        for piece in pieces:
            mask[piece.start : piece.end] |= piece.clean
        return mask

    def any(self, mask: NDArray[np.bool_], spans: Sequence[Span]) -> bool:
        """Whether any of the spans has a frame of the mask, bool [frames]."""
        return any(bool(mask[self._frames(span)].any()) for span in spans)

    def _frames(self, span: Span) -> slice:
        first, last = np.searchsorted(self._times_ms, (span.start_ms, span.end_ms))
        return slice(int(first), int(last))
