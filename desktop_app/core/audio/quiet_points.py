"""Where a recording is quiet: there it can be cut without harm to a word."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_LEVEL_FRAME_MS = 50


def quietest_ms(samples: NDArray[np.float32], start_ms: int, end_ms: int) -> int:
    """The middle of the quietest 50 ms between two times at least 50 ms apart; samples float32 [n], 16 kHz."""
    frame = _LEVEL_FRAME_MS * SAMPLE_RATE_HZ // 1000
    part = samples[start_ms * SAMPLE_RATE_HZ // 1000 : end_ms * SAMPLE_RATE_HZ // 1000]
    frames = part[: len(part) // frame * frame].reshape(-1, frame)
    return start_ms + int(np.square(frames).sum(axis=1).argmin()) * _LEVEL_FRAME_MS + _LEVEL_FRAME_MS // 2
