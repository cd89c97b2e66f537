"""Beginnings and ends without a click."""

import numpy as np

from desktop_app.core.playback.stereo import Stereo

FADE_S = 0.005


def faded_in(samples: Stereo, rate_hz: int) -> Stereo:
    """The samples, their first 5 ms rising from silence."""
    count = min(len(samples), round(FADE_S * rate_hz))
    faded = samples.copy()
    faded[:count] *= _ramp(count)
    return faded


def faded_out(samples: Stereo, rate_hz: int) -> Stereo:
    """The samples, their last 5 ms falling to silence."""
    count = min(len(samples), round(FADE_S * rate_hz))
    faded = samples.copy()
    faded[len(samples) - count :] *= _ramp(count)[::-1]
    return faded


def _ramp(count: int) -> Stereo:
    ramp = (np.arange(count) + 0.5) / max(1, count)
    return ramp.astype(np.float32)[:, np.newaxis]
