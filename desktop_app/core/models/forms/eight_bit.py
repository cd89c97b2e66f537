"""The trunk in eight-bit arithmetic: several times as fast on processors with instructions for it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.conversion import converting
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.store.temporary_files import temporary_folder

if TYPE_CHECKING:
    import onnx

_PREPROCESSED = ("onnx.quant.pre_process", "onnxruntime.quant")
"""Says that all constants are folded; without it the quantizer logs advice to do so and sets up logging for it."""


def eight_bit_trunk(trunk: "onnx.ModelProto", clips: Sequence[NDArray[np.float32]]) -> bytes:
    """The trunk with 8-bit weights and features, as ONNX.

    clips: filter banks float32 [frames, 80] of speech: a range is the mean of what it is in each, as one that held the
    rarest peaks would be too coarse for all the rest. The first convolution stays as it is: it costs next to no time,
    and sound after silence has a range there that 8 bits do not hold. ModelUnavailable if it cannot be converted,
    OSError if temporary files cannot be written.
    """
    with converting(WESPEAKER.label):
        from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static

        first = next(node.name for node in trunk.graph.node if node.op_type == "Conv")
        return _through_files(
            trunk,
            lambda source, target: quantize_static(
                source,
                target,
                _Clips(clips),
                quant_format=QuantFormat.QDQ,
                activation_type=QuantType.QUInt8,
                weight_type=QuantType.QInt8,
                per_channel=True,
                calibrate_method=CalibrationMethod.MinMax,
                nodes_to_exclude=[first],
                extra_options={"CalibMovingAverage": True},
            ),
        )


class _Clips:
    """Gives the quantizer one clip after the other (its CalibrationDataReader, which it does not insist on)."""

    def __init__(self, clips: Sequence[NDArray[np.float32]]) -> None:
        self._clips = iter(clips)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        clip = next(self._clips, None)
        return None if clip is None else {"fbank": clip[None]}


def _through_files(model: "onnx.ModelProto", quantize: Callable[[Path, Path], None]) -> bytes:
    """Quantize a copy: given the model itself, the quantizer takes its weights out."""
    import onnx

    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    key, value = _PREPROCESSED
    copy.metadata_props.add(key=key, value=value)
    with temporary_folder() as folder:
        source, target = folder / "model.onnx", folder / "eight-bit.onnx"
        onnx.save(copy, source)
        quantize(source, target)
        return target.read_bytes()
