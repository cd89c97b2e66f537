"""pyannote's segmentation model under onnxruntime, on the processor."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.segmentation_forms import SegmentationModel, original_segmentation
from desktop_app.core.transcript.values import EngineUse


class SegmentationOnnx:
    """The carried segmentation model of pyannote community-1."""

    def __init__(self, model: SegmentationModel | None = None) -> None:
        """model: the form to use; as it is carried if not given.

        ModelUnavailable if the carried model is missing or its bytes are wrong.
        """
        self._model = original_segmentation() if model is None else model
        self.use = EngineUse(
            role="segmentation",
            name=SEGMENTATION.label,
            device="cpu",
            sha256=SEGMENTATION.files[0].sha256,
            note=self._model.note,
        )

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Bool [windows, 589, 3] for float32 [windows, 160000]; see Segmenter.segment."""
        return np.asarray(self._model.activity(windows[:, None]) > 0.5, np.bool_)
