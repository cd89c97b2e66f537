"""A streaming Sortformer that NeMo has exported to ONNX: one step, whose memory its caller keeps."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.core.models.onnx import onnx_failures, open_session, session_options
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.translation import tr

_CHUNK, _BEST, _RECENT = "chunk", "spkcache", "fifo"
_LENGTH_OF = {name: f"{name}_lengths" for name in (_CHUNK, _BEST, _RECENT)}
_OUTPUTS = ["spkcache_fifo_chunk_preds", "chunk_pre_encode_embs"]
_FLOAT = "tensor(float)"
_TAKE_ANOTHER = tr("Use a model of the kind Sortformer, exported to ONNX by NeMo for streaming")


class StepGraph:
    """The model. It uses all cores; one thread at a time may ask it.

    bands: of the features; width: of a frame; voices: as many as it can tell apart.
    """

    def __init__(self, path: Path, label: str) -> None:
        """ModelUnavailable where the file is no such model."""
        self._label = label
        options = session_options(b"", label)
        options.intra_op_num_threads = usable_cores()
        self._session = open_session(path, label, options)
        self._check_names()
        shapes = {each.name: each.shape for each in self._session.get_inputs()}
        self.bands, self.width = self._fixed(shapes[_CHUNK][2]), self._fixed(shapes[_BEST][2])
        if any(isinstance(shapes[name][1], int) for name in (_CHUNK, _BEST, _RECENT)):
            raise self._refused(tr("it takes portions of one length alone"))
        nothing = np.zeros((0, self.width), np.float32)
        probabilities, _ = self.step(np.zeros((8, self.bands), np.float32), nothing, nothing)
        self.voices = int(probabilities.shape[1])

    def step(
        self, features: NDArray[np.float32], best: NDArray[np.float32], recent: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How likely each voice speaks in each frame of best, of recent and of the features, float32 [frames, voices];
        and the features' frames, float32 [frames, width].

        features: float32 [n, bands]; best, recent: float32 [frames, width]. ModelUnavailable where it fails.
        """
        given = {}
        for name, rows in ((_CHUNK, features), (_BEST, best), (_RECENT, recent)):
            given[name] = rows[None]
            given[_LENGTH_OF[name]] = np.array([len(rows)], np.int64)
        try:
            probabilities, frames = self._session.run(_OUTPUTS, given)
        except onnx_failures() as error:
            raise self._refused(tr("it fails at its work ({error})", error=first_line(error))) from error
        return np.nan_to_num(probabilities[0]), frames[0]

    def _check_names(self) -> None:
        types = {each.name: each.type for each in [*self._session.get_inputs(), *self._session.get_outputs()]}
        wanted = [*_LENGTH_OF, *_LENGTH_OF.values(), *_OUTPUTS]
        missing = [name for name in wanted if name not in types]
        if missing:
            raise self._refused(tr("its parts are those of another model: {names}", names=", ".join(missing)))
        if types[_CHUNK] != _FLOAT:
            raise self._refused(tr("it takes numbers of another kind: {kind}", kind=types[_CHUNK]))

    def _fixed(self, size: object) -> int:
        if not isinstance(size, int) or size < 1:
            raise self._refused(tr("it does not say how wide its features are"))
        return size

    def _refused(self, reason: str) -> ModelUnavailable:
        return ModelUnavailable(self._label, reason, _TAKE_ANOTHER)
