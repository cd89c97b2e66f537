"""Sound in frames of 20 ms as an alignment hears it: how loud, and of which colour."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

FRAME_MS = 20
_FRAME_SAMPLES = FRAME_MS * SAMPLE_RATE_HZ // 1000
_SEEN_SAMPLES = 512
"""What is seen for a frame: 32 ms, the frame's own and what follows."""
_BORDERS_HZ = (100, 1000, 2500)
"""Where the low, the middle and the high band begin."""
_SILENCE = 1e-7
"""So much is added to each band: digital silence has a logarithm too."""
_NOISE_PERCENTILE = 10
_NOISE_FACTOR = 2.5
"""So much of each band's quietest tenth is taken for noise and subtracted: without it, noise at 10 dB undoes the
alignment."""
_LEAST_SHARE = 3e-6
"""No band has less power than this share of the loud frames'."""
_LOUD_PERCENTILE = 95
_HEARD_DB = -25
"""Frames louder than this, against the loud ones, say which colour is usual here."""


def sound_frames(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Loudness, high against low, and middle against low band: float64 dB [frames, 3]; samples float32 [n], 16 kHz.

    Loudness is against the loud frames, the colours against the usual one: microphones and telephones count for little.
    """
    return frames_of(band_powers(samples))


def frames_of(bands: NDArray[np.float64]) -> NDArray[np.float64]:
    """The frames of sound whose band_powers are known."""
    low, middle, high = _without_noise(bands)
    loudness = 10 * np.log10(low + middle + high)
    loudness = np.clip(loudness - np.percentile(loudness, _LOUD_PERCENTILE), -50, 5)
    colours = 10 * np.log10(np.stack([high / (low + middle), middle / low]))
    colours -= np.median(colours[:, loudness > _HEARD_DB], axis=1, keepdims=True)
    return np.stack([loudness, np.clip(colours[0], -20, 30), np.clip(colours[1], -20, 20)], axis=1)


def band_powers(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """The power in three bands: float64 [3, frames], a frame at least, for samples float32 [n], 16 kHz."""
    frames = max(1, len(samples) // _FRAME_SAMPLES)
    padded = np.pad(samples, (0, max(0, (frames - 1) * _FRAME_SAMPLES + _SEEN_SAMPLES - len(samples))))
    seen = np.lib.stride_tricks.sliding_window_view(padded, _SEEN_SAMPLES)[::_FRAME_SAMPLES][:frames]
    spectra = np.fft.rfft(seen * np.hanning(_SEEN_SAMPLES).astype(np.float32), axis=1)
    powers = np.square(spectra.real) + np.square(spectra.imag)
    borders = [round(hz * _SEEN_SAMPLES / SAMPLE_RATE_HZ) for hz in _BORDERS_HZ]
    return np.add.reduceat(powers, borders, axis=1).T.astype(np.float64) + _SILENCE


def _without_noise(bands: NDArray[np.float64]) -> NDArray[np.float64]:
    noise = _NOISE_FACTOR * np.percentile(bands, _NOISE_PERCENTILE, axis=1, keepdims=True)
    least = _LEAST_SHARE * np.percentile(bands.sum(axis=0), _LOUD_PERCENTILE)
    return np.asarray(np.maximum(bands - noise, least))
