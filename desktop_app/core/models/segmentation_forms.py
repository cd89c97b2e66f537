"""The forms of the segmentation model: the seam to whoever runs them, and how each is written and loaded."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.carried import packed_model
from desktop_app.core.models.chosen import load_chosen
from desktop_app.core.models.eight_bit import eight_bit_segmentation
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms import Choice, Form
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.standard_onnx import standard_onnx
from desktop_app.core.store.atomic import write_atomically

if TYPE_CHECKING:
    import onnx

FORMS = (Form.EIGHT_BIT,)
_ONNX = "segmentation.onnx"


class SegmentationModel(Protocol):
    """The segmentation model in one form or another."""

    @property
    def note(self) -> str | None:
        """What the reader of a transcript must know about the form; None if there is nothing."""
        ...

    def activity(self, windows: NDArray[np.float32]) -> NDArray[np.float32]:
        """0.0 or 1.0 for each local speaker, float32 [windows, 589, 3], in samples float32 [windows, 1, 160000].

        Called from several threads at once; each call uses its own thread alone.
        """
        ...


class OnnxSegmentation:
    """The segmentation model under onnxruntime."""

    def __init__(self, model: bytes, *, note: str | None = None) -> None:
        """Load the model from its bytes in ONNX; ModelUnavailable if onnxruntime refuses them."""
        self._session = single_threaded_session(model, SEGMENTATION.label)
        self.note = note

    def activity(self, windows: NDArray[np.float32]) -> NDArray[np.float32]:
        """See SegmentationModel.activity."""
        (activity,) = self._session.run(["segmentation"], {"waveforms": windows})
        return np.asarray(activity, np.float32)


def load_segmentation(choice: Choice) -> SegmentationModel:
    """The model in the chosen form; the original, with a note of why, if that form does not load.

    ModelUnavailable if the carried model is missing, its bytes are wrong, or it does not convert.
    """
    return load_chosen(
        choice, SEGMENTATION, read=read_segmentation, original_form=lambda note: original_segmentation(note=note)
    )


def original_segmentation(*, note: str | None = None) -> OnnxSegmentation:
    """The carried model, converted: the same results to the last bit, and a fifth faster on several windows at once."""
    model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
    return OnnxSegmentation(model.SerializeToString(), note=note)


def write_segmentation(form: Form, model: "onnx.ModelProto", folder: Path) -> None:
    """Write the form of the model (standard ONNX) into the folder. Errors as write_trunk."""
    if form is not Form.EIGHT_BIT:
        raise ModelUnavailable(SEGMENTATION.label, f"it has no {form} form", "")
    write_atomically(folder / _ONNX, eight_bit_segmentation(model))


def read_segmentation(form: Form, folder: Path) -> SegmentationModel:
    """The form that lies in the folder; ModelUnavailable if it cannot be read or onnxruntime refuses it."""
    try:
        return OnnxSegmentation((folder / _ONNX).read_bytes(), note=form.note)
    except OSError as error:
        reason = f"its prepared {form} form cannot be read ({error.strerror})"
        raise ModelUnavailable(SEGMENTATION.label, reason, "") from error
