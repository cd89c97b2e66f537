"""Faint sound made loud enough for a speech detector, by what the last seconds need and never by a frame alone."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

TARGET = 0.8
LOUD_ENOUGH = 0.4
MAX_GAIN = 4.0
LASTING_FRAMES = 12
"""What is loud for less than that, in two seconds, is a click, a bump or a door: 0.4 s."""
_REMEMBERED_FRAMES = 64
_MOST_CREST = 6.0
"""Such a peak counts as no more than so many times what lasts."""
_FADE = 0.5 ** (0.032 / 5.0)
"""The peak counts half as much after 5 s."""
_SILENCE = 0.005


class HearingGain:
    """Follows the peaks of a stream and says how much louder it should be."""

    def __init__(self) -> None:
        self._peaks: deque[float] = deque([0.0] * _REMEMBERED_FRAMES, _REMEMBERED_FRAMES)
        self._peak = 0.0

    def apply(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        """The frames, float32 [frames, samples], each under the gain that the peaks up to it ask for, and limited."""
        louder = np.stack([frame * np.float32(self._gain(float(np.abs(frame).max()))) for frame in frames])
        return louder.clip(-1, 1)

    def _gain(self, peak: float) -> float:
        self._peaks.append(peak)
        lasting = sorted(self._peaks)[-LASTING_FRAMES]
        self._peak = max(min(peak, _MOST_CREST * lasting), self._peak * _FADE)
        # After silence nothing has lasted yet: the loudest that was heard just now is the best guess.
        heard = self._peak if lasting >= _SILENCE else max(self._peak, *self._peaks)
        if heard >= LOUD_ENOUGH or heard < _SILENCE:
            return 1.0
        return min(MAX_GAIN, TARGET / heard)
