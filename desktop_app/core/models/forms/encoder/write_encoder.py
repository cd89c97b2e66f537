"""Writes an encoder in another form: one weight after the other, in little memory."""

import errno
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.models.forms.conversion import converting
from desktop_app.core.models.forms.encoder.channel_weights import Quantizer, quantizer_of
from desktop_app.core.models.forms.encoder.eight_bit_graph import put_into_eight_bits
from desktop_app.core.models.forms.encoder.encoder_source import EncoderSource
from desktop_app.core.models.forms.encoder.weight_file import Part, write_parts
from desktop_app.core.models.forms.model_forms import Form
from desktop_app.core.store.atomic import write_atomically

if TYPE_CHECKING:
    import onnx

ENCODER = "encoder.onnx"
_WEIGHTS = f"{ENCODER}.data"
RECIPE = 1
"""Raised whenever encoders are written, tried or judged otherwise."""
_RESERVE_BYTES = 50_000_000
"""What is left free beside a model: a disk filled to its last byte breaks other programs."""


def write_encoder(source: EncoderSource, form: Form, folder: Path, *, on_progress: Callable[[float], None]) -> None:
    """Write the encoder in this form into the folder, as ENCODER and a file of weights beside it.

    What an earlier call, cut short by a kill or by on_progress, has left there is gone on with, and the bytes are the
    same. on_progress: 0 to 1. ModelUnavailable if the source is not whole or cannot be converted, OSError if the disk
    has no room or cannot be read or written; there is no ENCODER then.
    """
    quantizer = quantizer_of(form)
    with converting(source.label):
        whose = f"{source.sha256} {form} {quantizer.dtype} {RECIPE}"
        write_quantized(source, quantizer, folder, whose=whose, on_progress=on_progress)


def write_quantized(
    source: EncoderSource, quantizer: Quantizer, folder: Path, *, whose: str, on_progress: Callable[[float], None]
) -> None:
    """The same with any quantizer. whose: what the bytes hang on, in one line. ValueError if it cannot be converted."""
    model, weights = source.read()
    _require_operators(model)
    parts = put_into_eight_bits(model, weights, quantizer, _WEIGHTS)
    folder.mkdir(parents=True, exist_ok=True)
    _require_room(folder, parts)
    write_parts(folder / _WEIGHTS, journal_of(folder), parts, whose=whose, on_progress=on_progress)
    write_atomically(folder / ENCODER, model.SerializeToString(deterministic=True))


def journal_of(folder: Path) -> Path:
    """Where it is noted down how far the form in this folder is written: beside the folder."""
    return folder.with_name(f"{folder.name}.journal")


def _require_operators(model: "onnx.ModelProto") -> None:
    version = max((opset.version for opset in model.opset_import if opset.domain in {"", "ai.onnx"}), default=0)
    if version < 11:
        raise ValueError(f"operators of version {version} know no products in 8 bits")


def _require_room(folder: Path, parts: Sequence[Part]) -> None:
    written = folder / _WEIGHTS
    needed = parts[-1].end + _RESERVE_BYTES - (written.stat().st_size if written.exists() else 0)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OSError(
            errno.ENOSPC, f"{round(free / 1e6)} MB are free, and {round(needed / 1e6)} MB are needed", str(folder)
        )
