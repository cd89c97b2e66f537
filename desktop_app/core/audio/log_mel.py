"""What NeMo's models hear: the logarithms of a mel filter bank, as its AudioToMelSpectrogramPreprocessor makes them."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

HOP = 160
"""Samples between two frames: 10 ms."""
_FFT = 512
_WINDOW = 400
_PREEMPHASIS = np.float32(0.97)
_LEAST_POWER = np.float32(2.0**-24)
_LEAST_DEVIATION = 1e-5
# Slaney's scale: even up to 1 kHz, a logarithm above.
_LINEAR_HZ_PER_MEL = 200 / 3
_BREAK_HZ = 1000.0
_BREAK_MEL = _BREAK_HZ / _LINEAR_HZ_PER_MEL
_LOG_STEP = np.log(6.4) / 27


class LogMel:
    """A filter bank of NeMo's; for any number of threads."""

    def __init__(self, bands: int, *, is_normalised: bool) -> None:
        """bands: 80 or 128, usually. is_normalised: each band over the clip, to a mean of 0 and a deviation of 1."""
        self.bands = bands
        self._is_normalised = is_normalised
        self._filters = _mel_filters(bands).T
        margin = (_FFT - _WINDOW) // 2
        self._window = np.pad(np.hanning(_WINDOW), margin).astype(np.float32)

    def features(self, samples: NDArray[np.float32]) -> tuple[NDArray[np.float32], int]:
        """Of a clip, float32 [n], 16 kHz: float32 [bands, frames], and how many of the frames are of the clip; those
        behind are 0."""
        power = self._power(samples)
        loudness = np.log(power @ self._filters + _LEAST_POWER)
        valid = len(samples) // HOP
        if self._is_normalised and valid:
            loudness = _normalised(loudness, valid)
        loudness[valid:] = 0
        return np.ascontiguousarray(loudness.T, np.float32), valid

    def _power(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """float32 [frames, 257]."""
        sharpened = np.array(samples, np.float32)
        sharpened[1:] -= _PREEMPHASIS * sharpened[:-1].copy()
        padded = np.pad(sharpened, _FFT // 2)
        frames = np.lib.stride_tricks.sliding_window_view(padded, _FFT)[::HOP]
        spectrum = np.fft.rfft(frames * self._window, axis=1)
        return np.asarray(spectrum.real**2 + spectrum.imag**2, np.float32)


def _normalised(loudness: NDArray[np.float32], valid: int) -> NDArray[np.float32]:
    """In float64: of silence, rounding would be all that is left."""
    heard = loudness[:valid].astype(np.float64)
    mean = heard.mean(axis=0)
    deviation = np.sqrt(((heard - mean) ** 2).sum(axis=0) / max(1, valid - 1)) + _LEAST_DEVIATION
    return np.asarray((loudness - mean) / deviation, np.float32)


def _mel_filters(bands: int) -> NDArray[np.float32]:
    """Triangles of equal area, float32 [bands, 257]."""
    edges_hz = _hz(np.linspace(0, _mel(SAMPLE_RATE_HZ / 2), bands + 2))
    bins_hz = np.fft.rfftfreq(_FFT, 1 / SAMPLE_RATE_HZ)
    away = edges_hz[:, None] - bins_hz[None]
    widths = np.diff(edges_hz)
    rising, falling = -away[:-2] / widths[:-1, None], away[2:] / widths[1:, None]
    heights = 2 / (edges_hz[2:] - edges_hz[:-2])
    return np.asarray(np.maximum(0, np.minimum(rising, falling)) * heights[:, None], np.float32)


def _mel(frequency_hz: float) -> float:
    if frequency_hz < _BREAK_HZ:
        return frequency_hz / _LINEAR_HZ_PER_MEL
    return float(_BREAK_MEL + np.log(frequency_hz / _BREAK_HZ) / _LOG_STEP)


def _hz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    above = _BREAK_HZ * np.exp(_LOG_STEP * (mels - _BREAK_MEL))
    return np.where(mels < _BREAK_MEL, mels * _LINEAR_HZ_PER_MEL, above)
