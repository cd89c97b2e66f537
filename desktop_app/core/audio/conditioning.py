"""Making a recording's level fit for the engines: no offset, within full scale, and loud enough to be heard."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_LEAST_OFFSET = 0.002
_FAINT_RMS = 0.01
_SILENT_RMS = 1e-5
_GOOD_RMS = 0.05
# A click or a knock is short: it counts as no more than so many times what three quarters of its second stay below.
_FRAMES = 20
_STEADY_PERCENTILE = 75
_MOST_CREST = 2.5
# A bump or a door may fill a second, or the end of one and the start of the next; and a twentieth of a recording may be
# of that kind, but no more than a few seconds: else somebody who speaks seldom would count as a bump.
_BUMP_SECONDS = 2
_BUMP_SHARE = 0.05
_MORE_BUMP_SECONDS = 3
# A second whose peak is so far above the usual ones is a bump: it is limited, and changes nothing for the rest.
_BUMP_RATIO = 4.0
# Of seconds that are this much fainter than the loud ones, pauses say, nothing is learnt about peaks.
_PAUSE_RATIO = 0.3


@dataclass(frozen=True, slots=True)
class Conditioning:
    """What to do to every sample: take the offset away, then multiply by the gain; what is beyond is clipped."""

    offset: float = 0.0
    gain: float = 1.0
    peak: float = 0.0

    @property
    def changes_nothing(self) -> bool:
        """Whether the samples are fine as they are."""
        return self.offset == 0 and self.gain == 1 and self.peak <= 1

    def apply(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """The samples conditioned, in [-1, 1]."""
        conditioned = (samples - np.float32(self.offset)) * np.float32(self.gain)
        return conditioned.clip(-1, 1)


class LevelMeter:
    """Measures a recording second by second as it streams by, in a few numbers for each second."""

    def __init__(self) -> None:
        self._seconds: list[tuple[float, float, float, float]] = []
        self._frames: list[NDArray[np.float64]] = []
        self._begun = np.empty(0, np.float32)

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
        squares, means, lowest, highest = np.array(self._seconds).T
        offset = dc_offset(float(np.median(means)))
        frame_squares, frame_means = np.array(self._frames).transpose(1, 0, 2)
        peaks = np.maximum(highest - offset, offset - lowest)
        levels = steady_levels(_rms(squares, means, offset), _rms(frame_squares, frame_means, offset))
        return Conditioning(offset, level_gain(levels, peaks), float(peaks.max()))

    def _measure(self, second: NDArray[np.float32]) -> None:
        exact = second.astype(np.float64)
        self._seconds.append((float(np.mean(exact**2)), float(exact.mean()), float(exact.min()), float(exact.max())))
        frames = np.array_split(exact, _FRAMES) if len(exact) >= _FRAMES else [exact] * _FRAMES
        self._frames.append(np.array([[np.mean(frame**2) for frame in frames], [frame.mean() for frame in frames]]))


def dc_offset(mean: float) -> float:
    """The offset to take away, 0 where it does no harm.

    Cheap sound cards and some recorders put a constant under the sound. It is not heard, but it counts as level, and
    the models were not trained with it.
    """
    return mean if abs(mean) > _LEAST_OFFSET else 0.0


def _rms(squares: NDArray[np.float64], means: NDArray[np.float64], offset: float) -> NDArray[np.float64]:
    """The level without the offset, of means of squares and of samples."""
    return np.sqrt(np.maximum(0, squares - 2 * offset * means + offset**2))


def steady_levels(rms: NDArray[np.float64], frame_rms: NDArray[np.float64]) -> NDArray[np.float64]:
    """The level of each second, with what is short and loud in it limited. rms: [seconds]; frame_rms: of the parts of
    each, [seconds, parts]."""
    return np.minimum(rms, _MOST_CREST * np.percentile(frame_rms, _STEADY_PERCENTILE, axis=1))


def level_gain(levels: NDArray[np.float64], peaks: NDArray[np.float64]) -> float:
    """The gain that brings a faint recording to a usual level, and one above full scale below it; 1 for any other.

    The segmentation model takes very faint speech for silence and loses it. One gain for the whole recording keeps
    the voices' levels in proportion. A single bump does not count: it is clipped.

    levels, peaks: the level of each second, and the largest magnitude of a sample in it, shape [seconds].
    """
    active = _loud_but_no_bump(levels)
    if _SILENT_RMS < active < _FAINT_RMS:
        return _GOOD_RMS / active
    usual = _loud_but_no_bump(peaks[levels >= _PAUSE_RATIO * active])
    return 1 / max(1.0, float(peaks[peaks <= _BUMP_RATIO * usual].max(initial=0)))


def _loud_but_no_bump(seconds: NDArray[np.float64]) -> float:
    """What the loudest seconds are like, as the others may be pauses; but for those that may be bumps."""
    bumps = min(_BUMP_SECONDS, len(seconds) // 3) + min(_MORE_BUMP_SECONDS, int(_BUMP_SHARE * len(seconds)))
    return float(np.sort(seconds)[-1 - bumps])
