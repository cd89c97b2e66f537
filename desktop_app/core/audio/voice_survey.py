"""What is heard in each of several sounds that run side by side, channels or tracks, over a whole recording."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

WINDOW_SAMPLES = 3 * SAMPLE_RATE_HZ
_FRAME_SAMPLES = SAMPLE_RATE_HZ // 50
FRAMES_A_SECOND = SAMPLE_RATE_HZ // _FRAME_SAMPLES
# The voice's band as a telephone has it. Louder towards the top, as voices and most noises are fainter there: so that
# the rumble at the bottom does not stand for the whole.
_BAND_HZ = (300, 3400)
_HANN = np.hanning(_FRAME_SAMPLES + 1)[:-1].astype(np.float32)
# A window holds a voice where the loud tenths of a second (but for the loudest, which may be clicks) are so much louder
# than the quiet ones, and many differ from their neighbours as in no tone, hum, time code or noise. A tenth of a second
# is whole periods of every mains.
_STEP_FRAMES = FRAMES_A_SECOND // 10
_LOUD, _QUIET = 90, 20
_LEAST_RANGE = 10**0.5
_LOUD_RANGE = 10**1.5
_LEAST_FLUX_DB = 1.5
_FLUX_PERCENTILE = 75
_AUDIBLE = 1e-9
_NOTHING = 1e-20


@dataclass(frozen=True, slots=True)
class Survey:
    """What a survey found, of `sounds` sounds in `windows` windows of 3 s.

    voiced: whether somebody speaks there, bool [windows, sounds]. shared: covariance in the voice's band of what
    comes and goes, float32 [windows, sounds, sounds]; what stays the same all the time (hum, noise) is not in it.
    steady: the same of everything. levels: of each 20 ms in that band, float32 [frames, sounds].
    """

    voiced: NDArray[np.bool_]
    shared: NDArray[np.float32]
    steady: NDArray[np.float32]
    levels: NDArray[np.float32]


def survey(blocks: Iterable[NDArray[np.float32]], sounds: int) -> Survey:
    """Listen to all of it. blocks: of whole windows but for the last, 16 kHz, float32 [samples, sounds]."""
    found = [_window(window) for block in blocks for window in _windows(block)]
    if not found:
        none = np.zeros((0, sounds, sounds), np.float32)
        return Survey(np.zeros((0, sounds), np.bool_), none, none, np.zeros((0, sounds), np.float32))
    voiced, shared, steady, levels = zip(*found, strict=True)
    return Survey(np.stack(voiced), np.stack(shared), np.stack(steady), np.concatenate(levels))


def _windows(block: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    starts = range(0, len(block), WINDOW_SAMPLES)
    return [block[start : start + WINDOW_SAMPLES] for start in starts if len(block) - start >= _FRAME_SAMPLES]


_Found = tuple[NDArray[np.bool_], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


def _window(samples: NDArray[np.float32]) -> _Found:
    spectra = _spectra(samples)
    covariances = spectra @ spectra.transpose(0, 2, 1)
    levels = np.sqrt(np.einsum("fss->fs", covariances))
    steps = covariances[: len(covariances) // _STEP_FRAMES * _STEP_FRAMES or None]
    steps = steps.reshape(-1, min(_STEP_FRAMES, len(steps)), *steps.shape[1:]).mean(axis=1)
    powers = np.einsum("fss->fs", steps)
    voiced = np.array([_is_voice(powers[:, sound]) for sound in range(powers.shape[1])])
    heard = powers[:, voiced] if voiced.any() else powers
    loudness = (heard / (heard.mean(axis=0) + _NOTHING)).sum(axis=1)
    quiet = steps[loudness <= np.percentile(loudness, _QUIET)].mean(axis=0)
    steady = steps.mean(axis=0)
    return voiced, steady - quiet, steady, levels


def _spectra(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of each 20 ms in the voice's band, real, then imaginary parts: float32 [frames, sounds, parts]."""
    if not samples.any():
        return np.zeros((len(samples) // _FRAME_SAMPLES, samples.shape[1], 1), np.float32)
    whole = samples[: len(samples) // _FRAME_SAMPLES * _FRAME_SAMPLES]
    frames = whole.reshape(-1, _FRAME_SAMPLES, samples.shape[1]).transpose(0, 2, 1) * _HANN
    low, high = (hz // FRAMES_A_SECOND for hz in _BAND_HZ)
    bins = np.fft.rfft(frames)[:, :, low : high + 1]
    tilted = bins * (np.arange(low, high + 1) / high / _FRAME_SAMPLES)
    return np.concatenate([tilted.real, tilted.imag], axis=2).astype(np.float32)


def _is_voice(powers: NDArray[np.float32]) -> bool:
    loud, quiet = np.percentile(powers, (_LOUD, _QUIET))
    if loud < _AUDIBLE or loud < _LEAST_RANGE * quiet:
        return False
    decibels = 10 * np.log10(powers + _NOTHING)
    steps = np.abs(np.diff(decibels))[(np.minimum(powers[1:], powers[:-1]) > loud / _LOUD_RANGE)]
    return len(steps) > 0 and float(np.percentile(steps, _FLUX_PERCENTILE)) > _LEAST_FLUX_DB
