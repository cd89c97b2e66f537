"""Runs an encoder as processors do that add two products of 8-bit numbers in 16 bits: what is more is cut off.

They do so where weights are signed. Unsigned ones they multiply in another way, which is exact.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun

LEAST, GREATEST = -(1 << 15), (1 << 15) - 1


class MatMulInteger(OpRun):  # type: ignore[misc]
    """In onnx's evaluator, in the place of its own, which is exact."""

    op_domain = ""

    def _run(
        self, values: NDArray[np.uint8], weights: NDArray[Any], zero: NDArray[np.uint8], zeros: NDArray[Any]
    ) -> tuple[NDArray[np.int32]]:
        return (_sums(values, weights) - _corrections(values, weights, zero, zeros),)


def _sums(values: NDArray[np.uint8], weights: NDArray[Any]) -> NDArray[np.int32]:
    """values uint8 [..., in] @ weights [in, out], without regard to zeros."""
    if weights.dtype != np.int8:
        return values.astype(np.int32) @ weights.astype(np.int32)
    total = np.zeros((*values.shape[:-1], weights.shape[1]), np.int32)
    for at in range(0, weights.shape[0], 2):
        pair = values[..., at : at + 2].astype(np.int32) @ weights[at : at + 2].astype(np.int32)
        total += np.clip(pair, LEAST, GREATEST)
    return total


def _corrections(
    values: NDArray[np.uint8], weights: NDArray[Any], zero: NDArray[np.uint8], zeros: NDArray[Any]
) -> NDArray[np.int32]:
    """What the zeros are to be taken off for: (values - zero) @ (weights - zeros) = values @ weights - these."""
    of_weights = weights.astype(np.int32).sum(axis=0) * np.int32(zero)
    of_values = values.astype(np.int32).sum(axis=-1, keepdims=True) * zeros.astype(np.int32)
    both = len(weights) * np.int32(zero) * zeros.astype(np.int32)
    return np.asarray(of_weights + of_values - both, np.int32)


def outputs_in_sixteen_bits(path: Path, clips: Sequence[NDArray[np.float32]], label: str) -> list[NDArray[np.float32]]:
    """As encoder_outputs, on such a processor."""
    evaluator = ReferenceEvaluator(onnx.load(path), new_ops=[MatMulInteger])
    found = []
    for clip in clips:
        inputs = {"audio_signal": clip[None], "length": np.array([clip.shape[1]])}
        outputs, lengths = evaluator.run(["outputs", "encoded_lengths"], inputs)
        found.append(outputs[0, :, : int(lengths[0])])
    return found
