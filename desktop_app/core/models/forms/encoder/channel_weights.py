"""The weights of a product in 8 bits, with a scale for every output channel.

Processors with dot products of 8-bit numbers (VNNI) compute with signed weights exactly, and twice as fast as with
unsigned ones. Others add two products of signed weights in 16 bits, which cut off what is more: these must not use more
than 7 bits there. With unsigned ones, all compute exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.models.forms.processor import multiplies_eight_bits


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


def signed(weight: NDArray[np.float32]) -> ChannelWeights:
    """From -127 to 127: for processors that add their products in 32 bits."""
    return _even(weight, 127)


def seven_bit(weight: NDArray[np.float32]) -> ChannelWeights:
    """From -63 to 63, so that two products with numbers from 0 to 255 fit into 16 bits."""
    return _even(weight, 63)


UNSIGNED = Quantizer(np.dtype(np.uint8), unsigned)
SIGNED = Quantizer(np.dtype(np.int8), signed)
SEVEN_BIT = Quantizer(np.dtype(np.int8), seven_bit)


def quantizer_of(form: Form) -> Quantizer:
    """The one for an 8-bit or 7-bit form on this processor."""
    if form is Form.SEVEN_BIT:
        return SEVEN_BIT
    return SIGNED if multiplies_eight_bits() else UNSIGNED


def _even(weight: NDArray[np.float32], greatest: int) -> ChannelWeights:
    """The same range on both sides of 0."""
    scales = _usable(np.abs(weight).max(axis=0) / greatest)
    values = weight / scales
    np.rint(values, out=values)
    return ChannelWeights(_bounded(values, -greatest, greatest, np.int8), scales, np.zeros(len(scales), np.int8))


def _usable(scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scales to divide by: 1 for a channel without weights. ValueError if one is no number."""
    if not np.isfinite(scales).all():
        raise ValueError("some of its weights are no numbers")
    return np.asarray(np.where(scales > 0, scales, 1), np.float32)


def _bounded(values: NDArray[np.float32], least: int, greatest: int, kind: type[np.integer[Any]]) -> NDArray[Any]:
    return np.clip(values, least, greatest, out=values).astype(kind)
