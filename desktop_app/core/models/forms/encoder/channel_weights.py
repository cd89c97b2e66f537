"""The weights of a product in 8 bits, with a scale for every output channel.

Unsigned weights use the whole of 8 bits, and processors without dot products of 8-bit numbers compute with them
exactly. Signed ones are faster there, but two products of them are added in 16 bits, which cut off what is more: they
must not use more than 7 bits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.model_forms import Form


@dataclass(frozen=True, slots=True, eq=False)
class ChannelWeights:
    """weight = (values - zeros) * scales, nearly. values: uint8 or int8 [in, out]; zeros: the same kind [out];
    scales: float32 [out]."""

    values: NDArray[Any]
    scales: NDArray[np.float32]
    zeros: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Quantizer:
    """Puts weights float32 [in, out] into 8 bits; ValueError if one is no number. dtype: of values and zeros."""

    dtype: np.dtype[Any]
    quantize: Callable[[NDArray[np.float32]], ChannelWeights]


def unsigned(weight: NDArray[np.float32]) -> ChannelWeights:
    """From 0 to 255, each channel from its least weight to its greatest, 0 being among them."""
    least, greatest = np.minimum(weight.min(axis=0), 0), np.maximum(weight.max(axis=0), 0)
    scales = _usable((greatest - least) / 255)
    zeros = np.rint(-least / scales)
    values = weight / scales
    np.rint(values, out=values)
    values += zeros
    return ChannelWeights(_bounded(values, 0, 255, np.uint8), scales, _bounded(zeros, 0, 255, np.uint8))


def seven_bit(weight: NDArray[np.float32]) -> ChannelWeights:
    """From -64 to 63, so that two products with numbers from 0 to 255 fit into 16 bits."""
    scales = _usable(np.abs(weight).max(axis=0) / 63)
    values = weight / scales
    np.rint(values, out=values)
    return ChannelWeights(_bounded(values, -64, 63, np.int8), scales, np.zeros(len(scales), np.int8))


QUANTIZERS = {
    Form.EIGHT_BIT: Quantizer(np.dtype(np.uint8), unsigned),
    Form.SEVEN_BIT: Quantizer(np.dtype(np.int8), seven_bit),
}


def _usable(scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scales to divide by: 1 for a channel without weights. ValueError if one is no number."""
    if not np.isfinite(scales).all():
        raise ValueError("some of its weights are no numbers")
    return np.asarray(np.where(scales > 0, scales, 1), np.float32)


def _bounded(values: NDArray[np.float32], least: int, greatest: int, kind: type[np.integer[Any]]) -> NDArray[Any]:
    return np.clip(values, least, greatest, out=values).astype(kind)
