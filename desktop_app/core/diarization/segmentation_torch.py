"""pyannote's segmentation model on torch, for a graphics card: many windows at once."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.errors import SegmentationFailed
from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES
from desktop_app.core.diarization.segmentation_network import carried_network
from desktop_app.core.models.errors import first_line
from desktop_app.core.models.manifest import SEGMENTATION
from desktop_app.core.models.torch.lanes import Lanes, lanes_on
from desktop_app.core.models.torch.torch_device import chosen_device, chosen_precision, precision_note
from desktop_app.core.store.settings import Device, Precision
from desktop_app.core.transcript.values import EngineUse
from desktop_app.translation import tr

LABEL = "pyannote segmentation (torch)"
_BATCH = {"cpu": 4, "cuda": 128}
"""Windows at once. The recurrent layers go through 589 frames one after the other, however many windows there are: a
card has hardly more to do with many. 128 take some 2 GB in float32, and half of them where that is not free."""


class SegmentationTorch:
    """The carried model of pyannote community-1 on torch, with the results of onnxruntime's up to rounding."""

    def __init__(self, *, device: Device = Device.AUTO, precision: Precision = Precision.FLOAT32) -> None:
        """Load it. device: 'auto' is a card if there is one.

        precision: of convolutions and matrix products. ModelUnavailable where torch, the device or the carried model
        cannot be used.
        """
        chosen = chosen_device(Device(device), model=LABEL)
        self._type = chosen
        self._precision = chosen_precision(Precision(precision), chosen)
        self._network = carried_network()
        self.use = EngineUse(
            role="segmentation",
            name=LABEL,
            device=chosen,
            sha256=SEGMENTATION.files[0].sha256,
            note=precision_note(self._precision),
        )
        self.batch = _BATCH[chosen]
        self.callers = 2 * lanes_on(chosen)
        try:
            self._network.to(chosen)
            self._lanes = Lanes(chosen)
        except RuntimeError as error:
            reason = tr("it does not load on {device} ({error})", device=chosen, error=first_line(error))
            raise _failed(reason) from error
        self.segment(np.zeros((1, WINDOW_SAMPLES), np.float32))  # what cannot calculate must not be found out in a job

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Bool [windows, 589, 3] for float32 [windows, 160000]; see Segmenter.segment. SegmentationFailed where
        torch fails."""
        import torch

        try:
            return self._segment(windows)
        except torch.OutOfMemoryError:
            pass  # out of the handler first: its traceback holds on to what fills the memory
        except RuntimeError as error:
            raise _failed(tr("torch failed ({error})", error=first_line(error))) from error
        torch.cuda.empty_cache()
        if len(windows) == 1:
            raise _failed(tr("a window does not fit into the memory of the device"))
        half = len(windows) // 2
        return np.concatenate([self.segment(windows[:half]), self.segment(windows[half:])])

    def _segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        import torch

        half = self._precision != torch.float32
        with (
            self._lanes.one(),
            torch.inference_mode(),
            torch.autocast(self._type, self._precision, enabled=half),
        ):
            active = self._lanes.back(self._network.active(self._lanes.there(windows)))
            return np.asarray(active.numpy(), np.bool_)


def _failed(reason: str) -> SegmentationFailed:
    return SegmentationFailed(LABEL, reason, tr("Free the card's memory, or let it run on the processor"))
