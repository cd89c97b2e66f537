"""An embedder that knows a voice by the level of its signal."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip
from desktop_app.core.transcript.values import EngineUse

DIMENSION = 8


class ScriptedEmbedder:
    """One direction for every tenth of level."""

    use = EngineUse(role="embedding", name="scripted", device="cpu")

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        rows = [self._embed_one(clip) for clip in clips]
        return np.stack(rows) if rows else np.zeros((0, DIMENSION), np.float32)

    def _embed_one(self, clip: Clip) -> NDArray[np.float32]:
        if clip.clean_s < MIN_SPEECH_S:
            return np.full(DIMENSION, np.nan, np.float32)
        heard = np.concatenate([clip.samples[start:end] for start, end in clip.clean])
        level = float(np.median(np.abs(heard)))
        direction = np.eye(DIMENSION)[min(round(level * 10), DIMENSION - 1)]
        direction[0] += level  # no two pairs of voices are equally far apart
        return (direction / np.linalg.norm(direction)).astype(np.float32)
