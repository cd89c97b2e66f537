"""The forms of WeSpeaker's trunk: how each is written to files, and loaded from them."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.eight_bit import eight_bit_trunk
from desktop_app.core.models.forms.model_forms import Choice, Form, original
from desktop_app.core.models.forms.ncnn_form import ncnn_form
from desktop_app.core.models.forms.ncnn_trunk import NcnnTrunk
from desktop_app.core.models.forms.processor import multiplies_eight_bits
from desktop_app.core.models.forms.wespeaker_trunk import (
    OnnxTrunk,
    Projection,
    Trunk,
    original_trunk,
    projection_of,
    trunk_model,
)
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.packaged_models import packed_model
from desktop_app.core.store.atomic import write_atomically

if TYPE_CHECKING:
    import onnx

_PROJECTION = ("weight.npy", "bias.npy")
_ONNX = "trunk.onnx"
_NCNN = ("trunk.param", "trunk.bin")


def preferred_forms() -> tuple[Form, ...]:
    """The forms to try on this processor, the preferred first: the exact one, unless 8 bits are 1.5 times as fast.

    They are, about twice, where it multiplies 8-bit numbers. Elsewhere they are not, and signed ones may saturate.
    """
    return (Form.EIGHT_BIT, Form.NCNN) if multiplies_eight_bits() else (Form.NCNN,)


def load_trunk(choice: Choice) -> Trunk:
    """The trunk in the chosen form; the original, with a note of why, if that form does not load.

    ModelUnavailable if the carried model is missing, its bytes are wrong, or it does not convert.
    """
    if choice.folder is None:
        return original_trunk(note=choice.note)
    packed_model(WESPEAKER)  # raises where the carried one is not in order: a prepared one is not to hide that
    try:
        return read_trunk(choice.form, choice.folder)
    except ModelUnavailable as refused:
        return original_trunk(note=original(refused.reason).note)


def write_trunk(form: Form, model: "onnx.ModelProto", clips: Sequence[NDArray[np.float32]], folder: Path) -> None:
    """Write the form's files into the folder. ModelUnavailable if it cannot be made, OSError if not be written.

    model: all of WeSpeaker as standard ONNX. clips: filter banks float32 [frames, 80] of speech for the 8-bit ranges.
    """
    trunk = trunk_model(model)
    if form is Form.NCNN:
        layers, weights = ncnn_form(trunk)
        files = dict(zip(_NCNN, (layers.encode(), weights), strict=True))
    else:
        files = {_ONNX: eight_bit_trunk(trunk, clips)}
    projection = projection_of(model)
    for name, array in zip(_PROJECTION, (projection.weight, projection.bias), strict=True):
        files[name] = _packed(array)
    for name, data in files.items():
        write_atomically(folder / name, data)


def read_trunk(form: Form, folder: Path) -> Trunk:
    """The form that lies in the folder; ModelUnavailable if it cannot be read or its engine refuses it."""
    try:
        projection = Projection(*(np.load(folder / name, allow_pickle=False) for name in _PROJECTION))
        if form is Form.NCNN:
            layers, weights = (folder / name for name in _NCNN)
            return NcnnTrunk(layers, weights, projection, note=form.note)
        return OnnxTrunk((folder / _ONNX).read_bytes(), projection, note=form.note)
    except (OSError, ValueError) as error:
        raise ModelUnavailable(WESPEAKER.label, f"its prepared {form} form cannot be read ({error})", "") from error


def _packed(array: NDArray[np.float32]) -> bytes:
    data = io.BytesIO()
    np.save(data, array, allow_pickle=False)
    return data.getvalue()
