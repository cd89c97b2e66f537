"""Sample values: any number format to float32."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_TOP = np.nextafter(np.float32(1), np.float32(0))
# Full scale of the widest numbers that some programs write as floats without scaling them; what is beyond is no sound.
_MOST = 2.0**24


def pcm_to_float(pcm: NDArray[Any]) -> NDArray[np.float32]:
    """Samples as float32, in the shape given: whole numbers in [-1, 1), floats as they are, above full scale too.

    pcm: unsigned 8-bit, signed 16-, 32- or 64-bit, or floats of either size. What cannot be sound (NaN, the infinities,
    numbers beyond all scales) becomes silence: one such value would spread over all that a filter computes from it.
    """
    if pcm.dtype.kind == "u":
        return (pcm.astype(np.float32) - np.float32(128)) / np.float32(128)
    if pcm.dtype.kind == "i":
        return (pcm * np.float32(0.5 ** (8 * pcm.dtype.itemsize - 1))).astype(np.float32).clip(None, _TOP)
    sound: NDArray[np.float32] = np.where(np.abs(pcm) <= _MOST, pcm, 0).astype(np.float32)
    return sound


def within_full_scale(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """The samples clipped to [-1, 1)."""
    return samples.clip(-1, _TOP)
