"""WeSpeaker ResNet34-LM under onnxruntime, on the processor."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip, normalised
from desktop_app.core.embedding.fbank import fbank, frame_mask
from desktop_app.core.models.carried import packed_model
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.onnx import single_threaded_session
from desktop_app.core.transcript.values import EngineUse

DIMENSION = 256


class WespeakerOnnx:
    """The carried WeSpeaker model: 256 numbers a clip.

    Several threads work on a clip each, in a session of one thread: on two cores that is as fast as one session of
    two threads, and it does not collapse when another process wants a core.
    """

    def __init__(self) -> None:
        """Load the model; ModelUnavailable if it is missing or its bytes are wrong."""
        self._session = single_threaded_session(packed_model(WESPEAKER), WESPEAKER.label)
        self._threads = os.cpu_count() or 1
        self.use = EngineUse(role="embedding", name=WESPEAKER.label, device="cpu", sha256=WESPEAKER.files[0].sha256)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, 256]; see Embedder.embed."""
        if not clips:
            return np.zeros((0, DIMENSION), np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            return normalised(np.stack(list(pool.map(self._embed_one, clips))))

    def _embed_one(self, clip: Clip) -> NDArray[np.float32]:
        if clip.clean_s < MIN_SPEECH_S:
            return np.full(DIMENSION, np.nan, np.float32)
        features = fbank(clip.samples)
        mask = frame_mask(clip.clean, len(features))
        (vector,) = self._session.run(["embedding"], {"fbank": features[None], "weights": mask[None]})
        return np.asarray(vector[0], np.float32)
