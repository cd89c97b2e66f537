"""Sound of any rate to the one rate that the engines take."""

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import soxr

SAMPLE_RATE_HZ = 16_000


class Resampler:
    """A stream of sound to one rate, 16 kHz if not told, as long as what went in, whatever its rate and however that
    changes.

    Sound is float32 of shape [samples], or [samples, channels] where the number of channels is told.
    """

    def __init__(self, channels: int | None = None, *, target_hz: int = SAMPLE_RATE_HZ) -> None:
        self._channels = channels
        self._target_hz = target_hz
        self._nothing = np.empty(0 if channels is None else (0, channels), np.float32)
        self._rate_hz = target_hz
        self._stream: soxr.ResampleStream | None = None
        self._taken_s = Fraction(0)
        self._given_samples = 0

    def resample(self, samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
        """What can be given of the sound so far; the rest follows. samples: at rate_hz."""
        rest = self._change_rate(rate_hz) if rate_hz != self._rate_hz else self._nothing
        self._taken_s += Fraction(len(samples), rate_hz)
        resampled = samples if self._stream is None else self._stream.resample_chunk(samples)
        self._given_samples += len(resampled)
        return np.concatenate([rest, resampled]) if len(rest) else resampled

    def finish(self) -> NDArray[np.float32]:
        """The last of the sound."""
        if self._stream is None:
            return self._nothing
        rest: NDArray[np.float32] = self._stream.resample_chunk(self._nothing, last=True)
        due_samples = max(0, round(self._taken_s * self._target_hz) - self._given_samples)
        self._given_samples += due_samples
        missing_samples = max(0, due_samples - len(rest))
        return np.pad(rest[:due_samples], [(0, missing_samples)] + [(0, 0)] * (rest.ndim - 1))

    def _change_rate(self, rate_hz: int) -> NDArray[np.float32]:
        import soxr

        rest = self.finish()
        self._rate_hz = rate_hz
        is_target = rate_hz == self._target_hz
        channels = self._channels or 1
        self._stream = None if is_target else soxr.ResampleStream(rate_hz, self._target_hz, channels, "float32", "HQ")
        return rest
