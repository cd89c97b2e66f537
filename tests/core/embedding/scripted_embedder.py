"""An embedder that knows a voice by the level of its signal."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip, normalised
from desktop_app.core.embedding.pooled_frames import PooledFrames
from desktop_app.core.embedding.voice_frames import FRAME_S, VoiceFrames
from desktop_app.core.transcript.values import EngineUse

DIMENSION = 8
_STEP_SAMPLES = round(FRAME_S * SAMPLE_RATE_HZ)


class ScriptedEmbedder:
    """One direction for every tenth of level."""

    use = EngineUse(role="embedding", name="scripted", device="cpu")
    dimension = DIMENSION
    requests = 0

    def __init__(self, callers: int = 2) -> None:
        self.callers = callers

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        centres = np.arange(_STEP_SAMPLES // 2, len(clip.samples), _STEP_SAMPLES)
        level = np.abs(clip.samples[centres])
        features = np.eye(DIMENSION, dtype=np.float32)[:, np.minimum(np.round(level * 10).astype(int), DIMENSION - 1)]
        features[0] += level  # no two pairs of voices are equally far apart
        clean = np.zeros(len(centres), np.float32)
        for start, end in clip.clean:
            clean[(centres >= start) & (centres < end)] = 1.0
        means_alone = np.hstack([np.eye(DIMENSION), np.zeros((DIMENSION, DIMENSION))]).astype(np.float32)
        return PooledFrames(features, clean, (means_alone, np.zeros(DIMENSION, np.float32)))

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        rows = [self._embed_one(clip) for clip in clips]
        return normalised(np.stack(rows)) if rows else np.zeros((0, DIMENSION), np.float32)

    def _embed_one(self, clip: Clip) -> NDArray[np.float32]:
        if clip.clean_s < MIN_SPEECH_S:
            return np.full(DIMENSION, np.nan, np.float32)
        frames = self.frames(clip)
        return frames.embed(np.array([0]), np.array([len(frames)]))[0]
