"""Faint sound made loud enough for a speech detector, by what the last seconds need and never by a frame alone."""

import numpy as np
from numpy.typing import NDArray

TARGET = 0.8
LOUD_ENOUGH = 0.4
MAX_GAIN = 4.0
_FADE = 0.5 ** (0.032 / 5.0)
"""The loudest peak counts half as much after 5 s."""
_SILENCE = 0.005


class HearingGain:
    """Follows the peaks of a stream and says how much louder it should be."""

    def __init__(self) -> None:
        self._peak = 0.0

    def apply(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        """The frames, float32 [frames, samples], each under the gain that the peaks up to it ask for."""
        return np.stack([frame * np.float32(self._gain(float(np.abs(frame).max()))) for frame in frames])

    def _gain(self, peak: float) -> float:
        self._peak = max(peak, self._peak * _FADE)
        if self._peak >= LOUD_ENOUGH or self._peak < _SILENCE:
            return 1.0
        return min(MAX_GAIN, TARGET / self._peak)
