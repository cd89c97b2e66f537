"""The features WeSpeaker was trained on: Kaldi log-mel filter banks as pyannote.audio computes them.

Kaldi's own code takes a clip one frame at a time and twice as long; here it is all frames at once.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

FRAME_SAMPLES = 400
"""25 ms at 16 kHz."""
HOP_SAMPLES = 160
"""10 ms at 16 kHz."""
MEL_BINS = 80
_LOWEST_HZ = 20.0
_INT16_SCALE = 32768.0
_PREEMPHASIS = 0.97
_FFT = 512


def fbank(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Features float32 [frames, 80] of 16 kHz mono samples [n] in -1..1, with the mean over the clip taken out.

    Frame i covers samples i * 160 to i * 160 + 400; frames that would run over the end are left out, so a clip of
    under 25 ms has none. Hamming window, no dither, as in pyannote.audio's WeSpeakerResNet34.compute_fbank.
    """
    from scipy.fft import rfft

    if len(samples) < FRAME_SAMPLES:
        return np.zeros((0, MEL_BINS), np.float32)
    scaled = np.asarray(samples, np.float32) * np.float32(_INT16_SCALE)
    frames = np.lib.stride_tricks.sliding_window_view(scaled, FRAME_SAMPLES)[::HOP_SAMPLES]
    frames = frames - frames.mean(axis=1, keepdims=True)
    frames[:, 1:] -= np.float32(_PREEMPHASIS) * frames[:, :-1]
    frames[:, 0] *= np.float32(1 - _PREEMPHASIS)
    spectrum = rfft(frames * np.hamming(FRAME_SAMPLES).astype(np.float32), _FFT)
    power = np.square(spectrum.real) + np.square(spectrum.imag)
    features = np.log(np.maximum(power @ _mel_weights(), np.finfo(np.float32).eps))
    return np.asarray(features - features.mean(axis=0), np.float32)


@cache
def _mel_weights() -> NDArray[np.float32]:
    """Kaldi's triangles, equally wide in mel up to half the sample rate: float32 [257, 80]."""
    low, high = _mel(np.array([_LOWEST_HZ, SAMPLE_RATE_HZ / 2]))
    corners = np.linspace(low, high, MEL_BINS + 2)
    bins = _mel(np.arange(_FFT // 2 + 1) * SAMPLE_RATE_HZ / _FFT)[:, None]
    rising = (bins - corners[:-2]) / (corners[1:-1] - corners[:-2])
    falling = (corners[2:] - bins) / (corners[2:] - corners[1:-1])
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)), np.float32)


def _mel(hz: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1127.0 * np.log1p(hz / 700.0), np.float64)


def frame_mask(clean: tuple[tuple[int, int], ...], frames: int) -> NDArray[np.float32]:
    """1.0 for every frame [frames] whose centre lies in one of the stretches (start, end) in samples, else 0.0."""
    centres = np.arange(frames) * HOP_SAMPLES + FRAME_SAMPLES // 2
    mask = np.zeros(frames, np.float32)
    for start, end in clean:
        mask[(centres >= start) & (centres < end)] = 1.0
    return mask
