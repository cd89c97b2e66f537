"""Whether the embedder still tells two voices apart that come along with the models."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.embedding.embedder import Clip, Embedder
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.packaged_models import sample_recording

_EVERY_S = 60.0
_SPOKEN_S = ((4.9, 6.4), (6.5, 8.0), (9.0, 10.5))
"""In the sample recording: the man, the man again, the woman."""


@dataclass(frozen=True, slots=True)
class TestResult:
    """What the last self-test found, in one line."""

    __test__ = False  # for pytest

    ok: bool
    found: str


class SelfTest:
    """Tests when asked, but not more often than it must; safe to use from several threads."""

    def __init__(self, embedder: Embedder, clock: Callable[[], float]) -> None:
        """clock: seconds that only grow. ModelUnavailable if the sample recording cannot be read."""
        self._embedder = embedder
        self._clock = clock
        self._clips = _clips()
        self._lock = Lock()
        self._result: TestResult | None = None
        self._due = 0.0

    def doubt(self) -> None:
        """Something failed: what the last test found no longer counts."""
        self._due = 0.0

    def result(self) -> TestResult:
        """How the embedder is; tested first where the last test is too old, or did not go well."""
        with self._lock:
            if self._result is None or not self._result.ok or self._clock() >= self._due:
                self._due = self._clock() + _EVERY_S
                self._result = self._test()
            return self._result

    def _test(self) -> TestResult:
        try:
            vectors = self._embedder.embed(self._clips)
        except Exception as error:  # noqa: BLE001  whatever an engine raises, it does not embed
            return TestResult(False, f"it does not embed the sample recording: {error}")
        if not np.isfinite(vectors).all():
            return TestResult(False, "its embeddings of the sample recording are not numbers")
        man, again, woman = vectors
        same, other = float(man @ again), float(max(man @ woman, again @ woman))
        if same <= other:
            return TestResult(False, f"it does not tell two voices apart: {same:.2f} in one voice, {other:.2f} in two")
        return TestResult(True, f"it tells two voices apart: {same:.2f} in one voice, {other:.2f} in two")


def _clips() -> list[Clip]:
    try:
        with open_recording(sample_recording()) as recording:
            spoken = [_cut(recording.samples, *at) for at in _SPOKEN_S]
    except AudioError as error:
        raise ModelUnavailable("Sample recording", f"it cannot be read for the self-test ({error})", "") from error
    return [Clip.whole(samples) for samples in spoken]


def _cut(samples: NDArray[np.float32], start_s: float, end_s: float) -> NDArray[np.float32]:
    return np.array(samples[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)])
