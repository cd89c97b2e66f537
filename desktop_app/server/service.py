"""The work behind the server's paths: embedding what was uploaded, on a bounded number of threads."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock
from time import monotonic

import numpy as np

from desktop_app.core.embedding.embedder import Embedder, unscaled_embedding
from desktop_app.server.errors import Refused
from desktop_app.server.limits import ServerLimits
from desktop_app.server.self_test import SelfTest, TestResult
from desktop_app.server.sound import sound_of

_LOG = logging.getLogger(__name__)
_COUNTED = ("requests", "embedded", "refused", "busy", "failed")


class EmbeddingService:
    """An embedder, its threads, its self-test and what has happened; safe to use from several threads."""

    def __init__(
        self,
        embedder: Embedder,
        limits: ServerLimits,
        *,
        workers: int | None = None,
        warnings: Sequence[str] = (),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """workers: threads that embed, as many as keep the embedder busy if None. warnings: what the embedder stands
        in for, a sentence each. Errors as SelfTest's.
        """
        workers = workers or embedder.callers
        self.embedder = embedder
        self.warnings = tuple(warnings)
        self.limits = limits
        self.pool = ThreadPoolExecutor(workers, "embed")
        self.test_pool = ThreadPoolExecutor(1, "self-test")
        self._self_test = SelfTest(embedder, clock)
        self._most_held = workers + limits.waiting
        self._held = 0
        self._counts = Counter(dict.fromkeys(_COUNTED, 0))
        self._lock = Lock()

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place for one request, from its first byte to its answer; Refused if none is free."""
        with self._lock:
            self._counts["requests"] += 1
            if self._held >= self._most_held:
                self._counts["busy"] += 1
                retry = {"Retry-After": str(self.limits.retry_s)}
                raise Refused(503, "busy", "Too many requests are waiting; try again shortly.", headers=retry)
            self._held += 1
        try:
            yield
        finally:
            with self._lock:
                self._held -= 1

    def embed(self, data: bytes) -> list[float]:
        """The embedding of an uploaded file, as the model gives it, not scaled. Refused if there is none."""
        try:
            samples = sound_of(data, max_s=self.limits.max_s)
        except Refused:
            self.count("refused")
            raise
        try:
            vector = unscaled_embedding(self.embedder, samples)
        except Exception as error:
            _LOG.exception("a clip could not be embedded")
            raise self._failed() from error
        if not (np.isfinite(vector).all() and vector.any()):
            raise self._failed()
        self.count("embedded")
        return [float(number) for number in vector]

    def test(self) -> TestResult:
        """How the embedder is."""
        return self._self_test.result()

    def more_told(self) -> Mapping[str, object]:
        """What /health tells besides, as of the last test."""
        return {}

    def counts(self) -> dict[str, int]:
        """What has happened so far."""
        with self._lock:
            return dict(self._counts)

    def count(self, outcome: str) -> None:
        """Count one more."""
        with self._lock:
            self._counts[outcome] += 1

    def close(self) -> None:
        """End the threads, once what they have begun is done."""
        self.pool.shutdown(cancel_futures=True)
        self.test_pool.shutdown(cancel_futures=True)

    def _failed(self) -> Refused:
        self.count("failed")
        self._self_test.doubt()
        return Refused(503, "cannot_embed", "The model could not embed the sound; /health says how it is.")
