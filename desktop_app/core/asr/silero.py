"""Silero VAD under onnxruntime: whether anybody speaks, 32 ms at a time."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import FRAME_SAMPLES, SpeechStream
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.manifest import SILERO_VAD
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.models.packaged_models import packed_model

if TYPE_CHECKING:
    import onnxruntime

_CONTEXT_SAMPLES = 64
"""The model wants the end of the frame before in front of each frame."""
_STATE = (2, 1, 128)


class Silero:
    """The carried model; half a millisecond a frame."""

    def __init__(self) -> None:
        """ModelUnavailable if the model is missing, its bytes are wrong or it does not load."""
        self._session = single_threaded_session(packed_model(SILERO_VAD), SILERO_VAD.label)

    def stream(self) -> SpeechStream:
        """See SpeechDetector.stream."""
        return _SileroStream(self._session)


class _SileroStream:
    def __init__(self, session: "onnxruntime.InferenceSession") -> None:
        self._session = session
        self._state = np.zeros(_STATE, np.float32)
        self._context = np.zeros(_CONTEXT_SAMPLES, np.float32)

    def hear(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        """See SpeechStream.hear."""
        return np.array([self._hear_one(frame) for frame in frames.reshape(-1, FRAME_SAMPLES)], np.float32)

    def _hear_one(self, frame: NDArray[np.float32]) -> float:
        inputs = {
            "input": np.concatenate([self._context, frame])[np.newaxis],
            "state": self._state,
            "sr": np.array(SAMPLE_RATE_HZ, np.int64),
        }
        probability, self._state = self._session.run(["output", "stateN"], inputs)
        self._context = frame[-_CONTEXT_SAMPLES:].copy()
        return float(probability[0, 0])
