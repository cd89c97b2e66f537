"""pyannote's segmentation model under onnxruntime, on the processor."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.forms.standard_onnx import standard_onnx
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.transcript.values import EngineUse

BATCH = 4
"""Windows given to the model at once, at most: more gain nothing, one alone costs a fifth more."""


class SegmentationOnnx:
    """The carried segmentation model of pyannote community-1.

    It is converted: the same results to the last bit, and a fifth faster on several windows at once.
    """

    batch = BATCH

    def __init__(self) -> None:
        """Load it; ModelUnavailable if the carried model is missing, its bytes are wrong, or it does not convert."""
        model = standard_onnx(packed_model(SEGMENTATION), SEGMENTATION.label)
        self._session = single_threaded_session(model.SerializeToString(), SEGMENTATION.label)
        self.callers = usable_cores()
        self.use = EngineUse(
            role="segmentation", name=SEGMENTATION.label, device="cpu", sha256=SEGMENTATION.files[0].sha256
        )

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Bool [windows, 589, 3] for float32 [windows, 160000]; see Segmenter.segment."""
        (activity,) = self._session.run(["segmentation"], {"waveforms": windows[:, None]})
        return np.asarray(activity > 0.5, np.bool_)
