"""Whether anybody speaks, from moment to moment: the seam between live captions and what finds speech."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

FRAME_SAMPLES = 512
"""A frame of 32 ms."""
FRAME_MS = FRAME_SAMPLES * 1000 // SAMPLE_RATE_HZ


class SpeechStream(Protocol):
    """One stream of sound being listened to; it remembers what it has heard."""

    def hear(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        """How probable speech is in each of the frames that follow, 0 to 1, float32 [frames].

        frames: float32 [frames, 512], 16 kHz.
        """
        ...


class SpeechDetector(Protocol):
    """Finds speech in any number of streams."""

    def stream(self) -> SpeechStream:
        """A stream from its beginning, with a state of its own."""
        ...
