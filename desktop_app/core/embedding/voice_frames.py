"""A clip as diarization cuts it, in frames of 80 ms: any stretch of it can be embedded."""

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

FRAME_S = 0.08
"""Time from one frame to the next."""
_STEP_SAMPLES = 1280
_FIRST_CENTRE_SAMPLES = 200
"""The centre of the first filter bank, about which the first frame hears."""
_SKIM_FRAMES = 12
"""A second is heard, and a second left out, when a long clip is skimmed."""


def border_samples(frame: int) -> int:
    """Where a frame begins and the one before it ends, in samples of the clip: halfway between their centres."""
    return frame * _STEP_SAMPLES + _FIRST_CENTRE_SAMPLES - _STEP_SAMPLES // 2


def skimmed(frames: int) -> list[tuple[int, int]]:
    """The stretches [start, end) of so many frames that are heard when they are skimmed: about every other second,
    the first and the last among them; all of a short clip."""
    stretches = round((frames / _SKIM_FRAMES + 1) / 2)
    if stretches < 2 or frames < 2.5 * _SKIM_FRAMES:
        return [(0, frames)][:frames]
    starts = np.linspace(0, frames - _SKIM_FRAMES, stretches).round().astype(int)
    return [(int(start), int(start) + _SKIM_FRAMES) for start in starts]


class VoiceFrames(ABC):
    """A clip in frames, where its voice is clean, and how stretches of it become embeddings."""

    costly = False
    """Whether each stretch that is embedded costs as much as hearing it anew. Costly frames are never skimmed."""

    def __init__(self, clean: NDArray[np.float32]) -> None:
        """clean: float32 [frames], 1.0 where only this voice is heard, else 0.0."""
        self._clean_before = running_sum(clean)

    def __len__(self) -> int:
        return len(self._clean_before) - 1

    def clean_s(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.float64]:
        """Seconds of clean speech in the stretches [start, end) of frames; float64 [stretches]."""
        return np.asarray((self._clean_before[ends] - self._clean_before[starts]) * FRAME_S, np.float64)

    def before(self, places: NDArray[np.int64], seconds: float) -> NDArray[np.int64]:
        """The last frames from which there is so much clean speech up to these; the first frame where there is not."""
        wanted = self._clean_before[places] - seconds / FRAME_S
        return np.maximum(0, np.searchsorted(self._clean_before, wanted, side="right") - 1)

    def after(self, places: NDArray[np.int64], seconds: float) -> NDArray[np.int64]:
        """The first frames up to which there is so much clean speech from these; the end where there is not."""
        wanted = self._clean_before[places] + seconds / FRAME_S
        return np.minimum(len(self), np.searchsorted(self._clean_before, wanted))

    @abstractmethod
    def embed(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.float32]:
        """The embeddings of the stretches [start, end) of frames: float32 [stretches, dimension], not normalised.

        A stretch without clean speech has no meaningful one. EmbeddingFailed if the engine itself fails.
        """


def running_sum(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Sums of all before each place along the last axis, one longer than the values."""
    before = np.zeros((*values.shape[:-1], 1), np.float32)
    return np.concatenate([before, np.cumsum(values, axis=-1, dtype=np.float32)], axis=-1)
