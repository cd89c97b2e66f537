"""A remote diarizer: the embeddings of another computer, over HTTP.

Only this and its modules beside it, and the download of models, touch the network. What is sent is the sound of a
clip's clean stretches, one after the other, as a WAV file of 16 kHz and 16 bits, and the token if there is one; no
names, no times.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Lock
from time import monotonic, sleep
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.remote_address import address_of
from desktop_app.core.embedding.remote_answer import DIMENSION, embedding_in
from desktop_app.core.embedding.remote_client import RemoteClient
from desktop_app.core.embedding.remote_errors import NoAnswer, TooShort
from desktop_app.core.embedding.remote_frames import RemoteFrames
from desktop_app.core.embedding.remote_health import broken, told
from desktop_app.core.embedding.remote_limits import RemoteLimits
from desktop_app.core.embedding.remote_retries import Tries
from desktop_app.core.embedding.remote_sound import clean_sound, wav_bytes
from desktop_app.core.embedding.voice_frames import VoiceFrames
from desktop_app.core.models.link import Link
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.store.settings import RemoteSettings
from desktop_app.core.transcript.values import EngineUse

_EMBEDDING, _HEALTH = "/v2/embedding", "/health"


class RemoteEmbedder:
    """The embedder of a host; nothing is opened before it is asked something. Safe to use from several threads."""

    dimension = DIMENSION

    def __init__(
        self,
        settings: RemoteSettings,
        limits: RemoteLimits | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], None] = sleep,
    ) -> None:
        """clock, sleep: in seconds. ModelUnavailable if the settings do not allow it, or name no host rightly."""
        limits = limits or RemoteLimits()
        address = address_of(settings)
        self._host = address.host
        self._has_token = bool(settings.token)
        self._client = RemoteClient(address, limits, token=settings.token, ca_file=settings.ca_file, clock=clock)
        # Nobody closes the embedders of a program that ends, or of settings that have changed.
        self._close = finalize(self, self._client.close)
        self._tries = Tries(limits, clock=clock, sleep=sleep)
        self._places = BoundedSemaphore(limits.in_flight)
        self._lock = Lock()
        self._requests = 0
        self.callers = limits.in_flight
        self.use = EngineUse(role="embedding", name=WESPEAKER.label, device=address.host, note="remote")

    @property
    def requests(self) -> int:
        """See Embedder.requests; every try counts."""
        return self._requests

    def frames(self, clip: Clip, *, skim: bool = False) -> VoiceFrames:
        """See Embedder.frames. Nothing is sent before stretches are embedded."""
        return RemoteFrames(clip, self._embed_sounds, self.dimension)

    def embed(self, clips: Sequence[Clip]) -> NDArray[np.float32]:
        """Embeddings float32 [clips, 256]; see Embedder.embed. A row is NaN, too, where the host calls a clip
        too short. EmbeddingFailed('HOST: CLAUSE') if the host fails one of them.
        """
        rows = np.full((len(clips), self.dimension), np.nan, np.float32)
        told = [index for index, clip in enumerate(clips) if clip.clean_s >= MIN_SPEECH_S]
        sounds = [clean_sound(clips[index].samples, clips[index].clean, 0, len(clips[index].samples)) for index in told]
        rows[told] = self._embed_sounds(sounds)
        return rows

    def check(self) -> Link:
        """Whether the host is there and says that it can embed. No sound is sent."""
        try:
            self._count()
            return told(self._host, self._client.get(_HEALTH))
        except NoAnswer as failure:
            return broken(self._host, failure)

    def close(self) -> None:
        """Close the connections."""
        self._close()

    def _embed_sounds(self, sounds: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """float32 [sounds, 256]; several requests at a time."""
        if len(sounds) < 2:
            rows = [self._embed_sound(sound) for sound in sounds]
        else:
            with ThreadPoolExecutor(min(len(sounds), self.callers)) as pool:
                rows = list(pool.map(self._embed_sound, sounds))
        return np.stack(rows) if rows else np.zeros((0, self.dimension), np.float32)

    def _embed_sound(self, sound: NDArray[np.float32]) -> NDArray[np.float32]:
        wav = wav_bytes(sound)
        try:
            with self._places:
                return self._tries.run(lambda left_s: self._once(wav, left_s))
        except TooShort:
            return np.full(self.dimension, np.nan, np.float32)
        except NoAnswer as failure:
            raise EmbeddingFailed(f"{self._host}: {failure.clause}") from failure

    def _once(self, wav: bytes, left_s: float) -> NDArray[np.float32]:
        self._count()
        answer = self._client.post(_EMBEDDING, wav, left_s)
        return embedding_in(answer, host=self._host, has_token=self._has_token)

    def _count(self) -> None:
        with self._lock:
            self._requests += 1
