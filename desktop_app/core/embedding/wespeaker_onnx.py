"""WeSpeaker ResNet34-LM on the processor."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip, normalised
from desktop_app.core.embedding.fbank import fbank, frame_mask
from desktop_app.core.embedding.pooled_frames import PooledFrames
from desktop_app.core.embedding.voice_frames import VoiceFrames, skimmed
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.wespeaker_trunk import FEATURE_ROWS, FRAMES_PER_FEATURE, Trunk, original_trunk
from desktop_app.core.transcript.values import EngineUse


class WespeakerOnnx:
    """The carried WeSpeaker model: 256 numbers a clip.

    Its trunk uses the calling thread alone, and several threads work on a clip each: on two cores that is as fast as
    two threads on one clip, and it does not collapse when another process wants a core.
    """

    requests = 0

    def __init__(self, trunk: Trunk | None = None) -> None:
        """trunk: the form of the model to use; as it is carried if not given.

        ModelUnavailable if the carried model is missing or its bytes are wrong.
        """
        self._trunk = original_trunk() if trunk is None else trunk
        projection = self._trunk.projection
        self._projection = (projection.weight, projection.bias)
        self.dimension = len(projection.bias)
        self.callers = os.cpu_count() or 1
        self.use = EngineUse(
            role="embedding",
            name=WESPEAKER.label,
            device="cpu",
            sha256=WESPEAKER.files[0].sha256,
            note=self._trunk.note,
        )

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """See Embedder.frames."""
        banks = fbank(clip.samples)
        count = -(-len(banks) // FRAMES_PER_FEATURE)
        features = np.zeros((FEATURE_ROWS, count), np.float32)
        # As pyannote.audio resizes the weights of the filter banks: the nearest below.
        clean = frame_mask(clip.clean, len(banks))[np.arange(count) * len(banks) // max(count, 1)]
        heard = np.zeros(count, np.bool_)
        for start, end in skimmed(count) if skim else [(0, count)][:count]:
            features[:, start:end] = self._trunk.features(banks[start * FRAMES_PER_FEATURE : end * FRAMES_PER_FEATURE])
            heard[start:end] = True
        return PooledFrames(features, clean * heard, self._projection)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, 256]; see Embedder.embed."""
        if not clips:
            return np.zeros((0, self.dimension), np.float32)
        with ThreadPoolExecutor(min(len(clips), self.callers)) as pool:
            return normalised(np.stack(list(pool.map(self._embed_one, clips))))

    def _embed_one(self, clip: Clip) -> NDArray[np.float32]:
        if clip.clean_s < MIN_SPEECH_S:
            return np.full(self.dimension, np.nan, np.float32)
        heard = self.frames(clip)
        (embedding,) = heard.embed(np.array([0]), np.array([len(heard)]))
        return np.asarray(embedding, np.float32)
