"""An embedder whose work is done by replicas on a cluster."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.cluster.embedding_replica import About
from desktop_app.core.embedding.embedder import Clip, normalised
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.remote_frames import RemoteFrames
from desktop_app.core.embedding.remote_sound import clean_sound
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.models.errors import first_line

_TRIES = 3
"""Replicas that are asked for one sound, if those before were taken out or died."""
_ANSWER_S = 20.0
"""A little longer than a replica takes to start anew."""


class ReplicatedEmbedder:
    """Asks whichever replica has least to do; safe to use from several threads."""

    requests = 0

    def __init__(self, handle: Any, about: About, *, callers: int) -> None:  # noqa: ANN401  Ray Serve's
        """handle: of the deployment of EmbeddingReplica. callers: threads that keep all replicas busy."""
        self._handle = handle
        self.use = about.use
        self.dimension = about.dimension
        self.callers = callers

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """See Embedder.frames."""
        return RemoteFrames(clip, self._embed_sounds, self.dimension)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """See Embedder.embed."""
        sounds = [clean_sound(clip.samples, clip.clean, 0, len(clip.samples)) for clip in clips]
        return normalised(self._embed_sounds(sounds))

    def _embed_sounds(self, sounds: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        if len(sounds) == 1:
            return np.stack([self._embed_sound(sounds[0])])
        with ThreadPoolExecutor(self.callers) as pool:
            return np.stack(list(pool.map(self._embed_sound, sounds)))

    def _embed_sound(self, sound: NDArray[np.float32]) -> NDArray[np.float32]:
        for left in reversed(range(_TRIES)):
            try:
                return np.asarray(self._handle.embed.remote(sound).result(timeout_s=_ANSWER_S), np.float32)
            except TimeoutError as error:
                raise EmbeddingFailed(f"no replica has answered within {_ANSWER_S:g} s") from error
            except Exception as error:
                if not left:
                    raise EmbeddingFailed(first_line(error)) from error
        raise AssertionError
