"""Making a recording's level fit for the engines: no offset, and loud enough to be heard."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_LEAST_OFFSET = 0.002
_FAINT_RMS = 0.01
_SILENT_RMS = 1e-5
_GOOD_RMS = 0.05
_ACTIVE_PERCENTILE = 95


@dataclass(frozen=True, slots=True)
class Conditioning:
    """What to do to every sample: take the offset away, then multiply by the gain."""

    offset: float = 0.0
    gain: float = 1.0

    @property
    def changes_nothing(self) -> bool:
        """Whether the samples are fine as they are."""
        return self.offset == 0 and self.gain == 1

    def apply(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """The samples conditioned, in [-1, 1]."""
        conditioned = (samples - np.float32(self.offset)) * np.float32(self.gain)
        return conditioned.clip(-1, 1)


class LevelMeter:
    """Measures a recording second by second as it streams by, in a few numbers for each second."""

    def __init__(self) -> None:
        self._seconds: list[tuple[int, float, float]] = []
        self._begun = np.empty(0, np.float32)
        self._lowest = math.inf
        self._highest = -math.inf

    def add(self, samples: NDArray[np.float32]) -> None:
        """Measure the next samples: 16 kHz mono, float32 of shape [samples]."""
        waiting = np.concatenate([self._begun, samples])
        whole = len(waiting) - len(waiting) % SAMPLE_RATE_HZ
        for second in waiting[:whole].reshape(-1, SAMPLE_RATE_HZ):
            self._measure(second)
        self._begun = waiting[whole:]

    def conditioning(self) -> Conditioning:
        """What the recording measured so far needs."""
        if len(self._begun):
            self._measure(self._begun)
            self._begun = self._begun[:0]
        if not self._seconds:
            return Conditioning()
        lengths, sums, squares = np.array(self._seconds).T
        offset = dc_offset(float(sums.sum() / lengths.sum()))
        means = sums / lengths
        rms = np.sqrt(np.maximum(0, squares / lengths - 2 * offset * means + offset**2))
        peak = max(self._highest - offset, offset - self._lowest)
        return Conditioning(offset, make_up_gain(rms, peak))

    def _measure(self, second: NDArray[np.float32]) -> None:
        exact = second.astype(np.float64)
        self._seconds.append((len(exact), float(exact.sum()), float(exact @ exact)))
        self._lowest = min(self._lowest, float(exact.min()))
        self._highest = max(self._highest, float(exact.max()))


def dc_offset(mean: float) -> float:
    """The offset to take away, 0 where it does no harm.

    Cheap sound cards and some recorders put a constant under the sound. It is not heard, but it counts as level, and
    the models were not trained with it.
    """
    return mean if abs(mean) > _LEAST_OFFSET else 0.0


def make_up_gain(rms: NDArray[np.float64], peak: float) -> float:
    """The gain that brings a faint recording to a usual level without clipping; 1 for any other.

    The segmentation model takes very faint speech for silence and loses it. One gain for the whole recording keeps
    the voices' levels in proportion.

    rms: the level of each second, shape [seconds]; the loudest count, as the others may be pauses.
    peak: the largest magnitude of a sample.
    """
    active = float(np.percentile(rms, _ACTIVE_PERCENTILE))
    if not _SILENT_RMS < active < _FAINT_RMS:
        return 1.0
    return max(1.0, min(_GOOD_RMS / active, 1 / peak))
