"""WeSpeaker's trunk under ncnn, which computes its convolutions with fewer multiplications (Winograd's way)."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.conversion import renew_tools
from desktop_app.core.models.forms.ncnn_form import INPUT, OUTPUT
from desktop_app.core.models.forms.wespeaker_trunk import FEATURE_ROWS, Projection
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.translation import tr


class NcnnTrunk:
    """A trunk under ncnn, in float32 throughout."""

    def __init__(self, layers: Path, weights: Path, projection: Projection, *, note: str | None = None) -> None:
        """Load the trunk from the two files that ncnn_form writes; ModelUnavailable if ncnn is missing or refuses."""
        try:
            import ncnn
        except ImportError as error:
            raise ModelUnavailable(WESPEAKER.label, f"ncnn cannot be loaded ({error})", renew_tools()) from error
        self._net = ncnn.Net()
        options = self._net.opt
        options.num_threads = 1
        # Half the precision is its default on processors that have it; whether that is good enough was not checked.
        options.use_fp16_packed = options.use_fp16_storage = options.use_fp16_arithmetic = False
        options.use_bf16_storage = False
        if self._net.load_param(str(layers)) or self._net.load_model(str(weights)):
            raise ModelUnavailable(WESPEAKER.label, f"ncnn refuses {layers} or {weights.name}", renew_tools())
        self.projection = projection
        self.note = note

    def features(self, fbank: NDArray[np.float32]) -> NDArray[np.float32]:
        """See Trunk.features. ModelUnavailable if ncnn fails, for want of memory say."""
        import ncnn

        turned = np.ascontiguousarray(fbank.T)[None]
        extractor = self._net.create_extractor()
        # The Mat does not own its numbers: `turned` has to live until they are used, that is, until after extract.
        failed = extractor.input(INPUT, ncnn.Mat(turned))
        if not failed:
            failed, features = extractor.extract(OUTPUT)
        if failed:
            reason = tr("ncnn failed on {count} frames (code {code})", count=len(fbank), code=failed)
            raise ModelUnavailable(WESPEAKER.label, reason, "")
        return np.array(features, np.float32).reshape(FEATURE_ROWS, -1)
