"""One recording as if made elsewhere: over a telephone, in noise, across a room. By recipe, always the same."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

Samples = NDArray[np.float32]
TELEPHONE_HZ = (300, 3400)
TELEPHONE_RATE_HZ = 8000
NOISE_DB = 10
REVERBERATION_S = 0.5
SEED = 1


def as_it_is(samples: Samples) -> Samples:
    """Unchanged."""
    return samples


def over_telephone(samples: Samples) -> Samples:
    """8 kHz, 300 to 3400 Hz."""
    import soxr
    from scipy.signal import butter, sosfilt

    narrow = soxr.resample(samples, SAMPLE_RATE_HZ, TELEPHONE_RATE_HZ)
    band = butter(4, TELEPHONE_HZ, "band", fs=TELEPHONE_RATE_HZ, output="sos")
    heard = soxr.resample(sosfilt(band, narrow), TELEPHONE_RATE_HZ, SAMPLE_RATE_HZ)
    return np.asarray(heard[: len(samples)], np.float32)


def in_noise(samples: Samples) -> Samples:
    """Low-pitched noise, NOISE_DB below the speech."""
    from scipy.signal import lfilter

    noise = lfilter([1], [1, -0.95], np.random.default_rng(SEED).standard_normal(len(samples)))
    return np.asarray(samples + noise * _power(samples) / _power(noise) * 10 ** (-NOISE_DB / 20), np.float32)


def across_room(samples: Samples) -> Samples:
    """Reverberation that takes REVERBERATION_S to fade by 60 dB, with half the direct sound's energy."""
    from scipy.signal import fftconvolve

    times_s = np.arange(int(REVERBERATION_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    tail = np.random.default_rng(SEED).standard_normal(len(times_s)) * 10 ** (-3 * times_s / REVERBERATION_S)
    tail *= 0.5**0.5 / np.linalg.norm(tail)
    tail[0] += 1
    heard = fftconvolve(samples, tail)[: len(samples)]
    return np.asarray(heard * _power(samples) / _power(heard), np.float32)


CONDITIONS: Mapping[str, Callable[[Samples], Samples]] = {
    "as it is": as_it_is,
    "telephone": over_telephone,
    "noise": in_noise,
    "room": across_room,
}


def _power(samples: NDArray[np.floating]) -> float:
    return float(np.sqrt(np.mean(np.square(samples)))) or 1.0
