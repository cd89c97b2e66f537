"""The newest sound of a stream, by the frames of the common grid."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.sound_tail import SoundTail
from desktop_app.core.diarization.pieces import Piece, clip_of
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.embedding.embedder import Clip


class RecentSound:
    """Sound from a frame on; what came before is silence, what is older has been let go."""

    def __init__(self, first_frame: int) -> None:
        """first_frame: where the silence begins that stands before the stream's start at frame 0; at most 0."""
        self._tail = SoundTail(np.zeros(-first_frame * FRAME_STEP_SAMPLES, np.float32))
        self.first_frame = first_frame

    @property
    def samples(self) -> NDArray[np.float32]:
        """From first_frame on, float32 [n]."""
        return self._tail.samples

    @property
    def end_samples(self) -> int:
        """How much of the stream has been heard."""
        return self.first_frame * FRAME_STEP_SAMPLES + len(self._tail)

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in what follows."""
        self._tail.add(samples)

    def forget_before(self, frame: int) -> None:
        """Let go of everything before a frame."""
        if frame > self.first_frame:
            self._tail.drop((frame - self.first_frame) * FRAME_STEP_SAMPLES)
            self.first_frame = frame

    def window(self, frame: int, length_samples: int) -> NDArray[np.float32]:
        """So many samples from a frame on, all of them heard."""
        start = (frame - self.first_frame) * FRAME_STEP_SAMPLES
        return self.samples[start : start + length_samples]

    def local(self, piece: Piece) -> Piece:
        """The piece as one of these samples alone."""
        return replace(piece, start=piece.start - self.first_frame)

    def clip(self, piece: Piece) -> Clip:
        """The piece's sound."""
        return clip_of(self.local(piece), self.samples)
