"""How loud it is, about ten times a second."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.capture.values import Level

FLOOR_DB = -120.0
_EVERY_S = 0.1
_FULL_SCALE = 32768.0
_CLIPPED = 32767
"""The loudest that 16 bits hold on both sides."""


class LevelMeter:
    """Sound into levels, one for each tenth of a second that was heard."""

    def __init__(self) -> None:
        self._samples = 0
        self._peak = 0
        self._energy = 0.0

    def hear(self, samples: NDArray[np.int16], rate_hz: int, *, at_ms: int) -> Level | None:
        """The level since the last one, where a tenth of a second is full; else None. samples: of shape [samples]."""
        if len(samples):
            wide = samples.astype(np.float64)
            self._peak = max(self._peak, int(np.abs(wide).max()))
            self._energy += float(wide @ wide)
            self._samples += len(samples)
        if self._samples < _EVERY_S * rate_hz:
            return None
        rms = (self._energy / self._samples) ** 0.5
        level = Level(at_ms, _db(self._peak), _db(rms), clipped=self._peak >= _CLIPPED)
        self._samples, self._peak, self._energy = 0, 0, 0.0
        return level


def _db(amplitude: float) -> float:
    return FLOOR_DB if amplitude <= 0 else max(FLOOR_DB, round(20 * float(np.log10(amplitude / _FULL_SCALE)), 1))
