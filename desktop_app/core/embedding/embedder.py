"""The seam between diarization and whatever turns speech into speaker embeddings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.transcript.values import EngineUse

MIN_SPEECH_S = 0.6
"""Under this much clean speech a voice cannot be told, and nothing is embedded."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A piece of one voice.

    samples: float32 [n], 16 kHz mono. clean: stretches (start, end) in samples in which only this voice speaks,
    ordered and disjoint; the rest is context and stays out of the embedding.
    """

    samples: NDArray[np.float32]
    clean: tuple[tuple[int, int], ...]

    @classmethod
    def whole(cls, samples: NDArray[np.float32]) -> Self:
        """A sound, float32 [n], in which only this voice speaks."""
        return cls(samples, ((0, len(samples)),))

    @property
    def clean_s(self) -> float:
        """Seconds of clean speech."""
        return sum(end - start for start, end in self.clean) / SAMPLE_RATE_HZ


class Embedder(Protocol):
    """Turns clips into speaker embeddings, as a whole or by stretches."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def dimension(self) -> int:
        """Length of an embedding."""
        ...

    @property
    def callers(self) -> int:
        """How many threads it takes to keep it busy."""
        ...

    @property
    def requests(self) -> int:
        """Made over the network so far; 0 where it works on this computer."""
        ...

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """The clip, ready to embed any stretch of it. Called from several threads at once.

        skim: enough if about half of a long clip is heard, in stretches of a second; the rest counts as not clean.
        """
        ...

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, dimension], each of length 1.

        A row is NaN where a clip has less than MIN_SPEECH_S of clean speech or its vector came out unusable (not
        finite, or zero). EmbeddingFailed if the engine itself fails; as frames and what they embed.
        """
        ...


def normalised(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows [n, dimension] scaled to length 1; rows that are not finite or have no length become NaN."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    usable = np.isfinite(length) & (length > 1e-9)
    scaled = vectors / np.where(usable, length, 1.0)
    return np.where(usable, scaled, np.nan).astype(np.float32)


def unscaled_embedding(embedder: Embedder, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """The embedding float32 [dimension] of all of a sound, float32 [n], 16 kHz, as the model gives it, not scaled.

    Errors as Embedder.frames has them.
    """
    frames = embedder.frames(Clip.whole(sound))
    (vector,) = frames.embed(np.array([0]), np.array([len(frames)]))
    return np.asarray(vector, np.float32)
