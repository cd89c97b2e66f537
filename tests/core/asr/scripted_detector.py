"""A speech detector that hears speech wherever there is sound."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_activity import SpeechStream


class ScriptedDetector:
    """Certain of speech in every frame that is not silent."""

    def stream(self) -> SpeechStream:
        return _ScriptedStream()


class _ScriptedStream:
    def hear(self, frames: NDArray[np.float32]) -> NDArray[np.float32]:
        return (np.abs(frames).mean(axis=1) > 0.01).astype(np.float32)
