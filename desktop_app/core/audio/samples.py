"""Sample values: any number format to float32."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_TOP = np.nextafter(np.float32(1), np.float32(0))


def pcm_to_float(pcm: NDArray[Any]) -> NDArray[np.float32]:
    """Samples as float32 in [-1, 1), in the shape given.

    pcm: unsigned 8-bit, signed 16-, 32- or 64-bit, or floats of either size. Floats beyond the range are clipped,
    NaN becomes silence: one such value would spread over everything that a filter computes from it.
    """
    if pcm.dtype.kind == "u":
        scaled = (pcm.astype(np.float32) - 128) / 128
    elif pcm.dtype.kind == "i":
        scaled = pcm * np.float32(0.5 ** (8 * pcm.dtype.itemsize - 1))
    else:
        scaled = np.where(np.isnan(pcm), 0, pcm)
    return scaled.clip(-1, 1).astype(np.float32).clip(None, _TOP)
