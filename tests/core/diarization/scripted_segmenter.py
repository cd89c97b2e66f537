"""A segmenter that hears what its script says: each voice has a level of its own."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.segmentation import (
    FRAME_CENTRE_SAMPLES,
    FRAME_STEP_SAMPLES,
    LOCAL_SPEAKERS,
    SAMPLE_RATE_HZ,
    WINDOW_FRAMES,
)
from desktop_app.core.transcript.values import EngineUse

LEVELS = (0.1, 0.2, 0.4)
"""What each voice adds to the signal: any sum tells who speaks."""


class ScriptedSegmenter:
    """Hears voice i wherever the size of the signal holds LEVELS[i]."""

    use = EngineUse(role="segmentation", name="scripted", device="cpu")
    batch, callers = 4, 2

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        centres = np.arange(WINDOW_FRAMES) * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES
        voices = np.round(np.abs(windows[:, centres]) * 10).astype(np.int64)
        return np.stack([(voices >> local) & 1 == 1 for local in range(LOCAL_SPEAKERS)], axis=2)


def voices(duration_s: float, *spoken: tuple[int, float, float]) -> NDArray[np.float32]:
    """A recording in which the voices of the script, (voice, start_s, end_s), speak; float32 [n], 16 kHz."""
    samples = np.zeros(round(duration_s * SAMPLE_RATE_HZ), np.float32)
    for voice, start_s, end_s in spoken:
        samples[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)] += LEVELS[voice]
    samples[::2] *= -1  # a steady level is not sound: reading a file takes it out
    return samples
