"""A clip that went through the embedding model once: any stretch of it is embedded by one subtraction."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.voice_frames import VoiceFrames, running_sum


class PooledFrames(VoiceFrames):
    """Features of a clip, frame by frame, and how they become an embedding.

    An embedding is a linear map of the mean and the standard deviation of the features over a stretch, weighted by
    where the voice is clean. Running sums make that one subtraction for any stretch (as pyannote.audio's StatsPool).
    """

    def __init__(
        self,
        features: NDArray[np.float32],
        clean: NDArray[np.float32],
        projection: tuple[NDArray[np.float32], NDArray[np.float32]],
    ) -> None:
        """features: float32 [channels, frames]. clean: see VoiceFrames.

        projection: the map's matrix float32 [dimension, 2 x channels] and offset float32 [dimension].
        """
        super().__init__(clean)
        self._features = features
        self._clean = clean
        self._matrix, self._offset = projection

    def embed(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.float32]:
        """See VoiceFrames.embed."""
        count = self._clean_before[ends] - self._clean_before[starts]
        total, squares = (sums[:, ends] - sums[:, starts] for sums in self._sums)
        mean = total / np.maximum(count, 1e-8)
        spread = np.maximum(squares - total * mean, 0.0) / np.maximum(count - 1.0, 1e-8)
        pooled = np.concatenate([mean, np.sqrt(spread)])
        return np.asarray((self._matrix @ pooled).T + self._offset, np.float32)

    @cached_property
    def _sums(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        weighted = self._features * self._clean
        return running_sum(weighted), running_sum(weighted * self._features)
