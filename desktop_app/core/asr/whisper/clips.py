"""The sound of a stretch of a recording, as Whisper can take it."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span

WINDOW_MS = 30_000
"""Whisper hears so much at once: more is cut off or heard in two."""
_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000


def clip_of(samples: NDArray[np.float32], span: Span) -> NDArray[np.float32]:
    """A copy of the span of a recording, float32 [n], 16 kHz, within -1 to 1; what is no number is silence."""
    part = samples[span.start_ms * _SAMPLES_PER_MS : span.end_ms * _SAMPLES_PER_MS]
    numbers = np.nan_to_num(np.asarray(part, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    return np.asarray(np.clip(numbers, -1, 1), np.float32)
