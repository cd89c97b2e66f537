"""Sound that is always the same: laughter, an engine, a bark again and again. Speech changes from sound to sound."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.sound_frames import band_powers, frames_of
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_LEAST_CHANGE_DB = 9.0
"""Of 222 turns in the development data none changes by less than 11.4 dB, over a telephone 9.5; laughter by 8 to 9."""
_LOUD_DB = -22
_QUIET_DB = -25
"""Over a louder background colours cannot be told."""
_SHORTEST_S = 1.0
"""Of 135 clips of speech cut to 1.2 s none changes by less than 9.0 dB, of 124 cut to 0.8 s three do."""


def is_monotonous(samples: NDArray[np.float32]) -> bool:
    """Whether a clip, float32 [n], 16 kHz, is one kind of sound all through, as far as can be told."""
    if len(samples) < _SHORTEST_S * SAMPLE_RATE_HZ or not _is_clear(bands := band_powers(samples)):
        return False
    frames = frames_of(bands)
    loud = frames[frames[:, 0] > _LOUD_DB]
    return bool(loud[:, 1:].std(axis=0).sum() < _LEAST_CHANGE_DB)


def _is_clear(bands: NDArray[np.float64]) -> bool:
    quiet, loud = np.percentile(bands.sum(axis=0), [10, 95])
    return bool(quiet < loud * 10 ** (_QUIET_DB / 10))
