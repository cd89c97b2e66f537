"""Mono sound of any rate to the one rate that the engines take."""

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import soxr

SAMPLE_RATE_HZ = 16_000


class Resampler:
    """A stream of mono sound to 16 kHz, as long as what went in, whatever the rate and however it changes."""

    def __init__(self) -> None:
        self._rate_hz = SAMPLE_RATE_HZ
        self._stream: soxr.ResampleStream | None = None
        self._taken_s = Fraction(0)
        self._given_samples = 0

    def resample(self, samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
        """What can be given of the sound so far, float32 of shape [samples]; the rest follows.

        samples: mono, float32 of shape [samples], at rate_hz.
        """
        rest = self._change_rate(rate_hz) if rate_hz != self._rate_hz else np.empty(0, np.float32)
        self._taken_s += Fraction(len(samples), rate_hz)
        resampled = samples if self._stream is None else self._stream.resample_chunk(samples)
        self._given_samples += len(resampled)
        return np.concatenate([rest, resampled]) if len(rest) else resampled

    def finish(self) -> NDArray[np.float32]:
        """The last of the sound."""
        if self._stream is None:
            return np.empty(0, np.float32)
        rest: NDArray[np.float32] = self._stream.resample_chunk(np.empty(0, np.float32), last=True)
        due_samples = max(0, round(self._taken_s * SAMPLE_RATE_HZ) - self._given_samples)
        self._given_samples += due_samples
        return np.pad(rest[:due_samples], (0, max(0, due_samples - len(rest))))

    def _change_rate(self, rate_hz: int) -> NDArray[np.float32]:
        import soxr

        rest = self.finish()
        self._rate_hz = rate_hz
        is_target = rate_hz == SAMPLE_RATE_HZ
        self._stream = None if is_target else soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, "float32", "HQ")
        return rest
