"""Is every engine usable? If not, why, and what can be done?"""

from collections.abc import Callable
from functools import cache, partial
from time import perf_counter
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES
from desktop_app.core.embedding.embedder import Clip
from desktop_app.core.models.carried import inspect, sample_recording
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, SEGMENTATION, WESPEAKER, ModelSpec
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.core.transcript.values import EngineUse, Span, Word

_Test = Callable[[Engines, NDArray[np.float32]], str]
_SPOKEN_SECOND = slice(36_000, 52_000)
"""A second of the sample recording, in samples, in which somebody speaks."""


class _Engine(Protocol):
    @property
    def use(self) -> EngineUse: ...


def engine_statuses(engines: Engines, *, self_test: bool) -> tuple[EngineStatus, ...]:
    """The state of every engine, each loaded to find out.

    self_test: also run each on the sample recording. An engine that loads but fails its test is not usable.
    """
    sample = cache(_sample_window)
    checks: tuple[tuple[ModelSpec, Callable[[], _Engine], _Test], ...] = (
        (SEGMENTATION, engines.segmenter.get, _test_segmenter),
        (WESPEAKER, lambda: engines.embedders().first, _test_embedder),
        (MOONSHINE_TINY_EN, lambda: engines.recogniser().engine, _test_recogniser),
    )
    return tuple(
        _status(spec, load, partial(_timed, test, engines, sample) if self_test else None)
        for spec, load, test in checks
    )


def _status(
    spec: ModelSpec,
    load: Callable[[], _Engine],
    test: Callable[[], str] | None,
) -> EngineStatus:
    failure: ModelUnavailable | None = None
    found: str | None = None
    note: str | None = None
    try:
        note = load().use.note
        if test is not None:
            found = test()
    except ModelUnavailable as error:
        failure = error
    return EngineStatus(
        role=spec.role,
        label=spec.label,
        device="cpu",
        usable=failure is None,
        licence=spec.licence,
        attribution=spec.attribution,
        files=inspect(spec),
        reason=failure.reason if failure else None,
        hint=failure.hint if failure else None,
        self_test=found,
        note=note,
    )


def _sample_window() -> NDArray[np.float32]:
    """The first ten seconds of the sample recording; ModelUnavailable if it cannot be read."""
    try:
        with open_recording(sample_recording()) as recording:
            return np.array(recording.samples[:WINDOW_SAMPLES])
    except AudioError as error:
        raise ModelUnavailable("Sample recording", f"it cannot be read for the self-test ({error})", "") from error


def _timed(test: _Test, engines: Engines, sample: Callable[[], NDArray[np.float32]]) -> str:
    samples = sample()
    started_s = perf_counter()
    found = test(engines, samples)
    return f"{found} ({(perf_counter() - started_s) * 1000:.0f} ms)"


def _test_segmenter(engines: Engines, samples: NDArray[np.float32]) -> str:
    activity = engines.segmenter.get().segment(samples[None])
    speaking = activity.any(axis=2).mean()
    if not speaking > 0.2:
        raise ModelUnavailable(SEGMENTATION.label, "it hears no speech in the sample recording", "")
    return f"heard speech in {speaking:.0%} of ten seconds"


def _test_embedder(engines: Engines, samples: NDArray[np.float32]) -> str:
    spoken = samples[_SPOKEN_SECOND]
    (vector,) = engines.embedders().first.embed([Clip(spoken, ((0, len(spoken)),))])
    if not np.isfinite(vector).all():
        raise ModelUnavailable(WESPEAKER.label, "its embedding of the sample recording is not a number", "")
    return f"embedded a second of speech as {len(vector)} numbers"


def _test_recogniser(engines: Engines, samples: NDArray[np.float32]) -> str:
    words = _words(engines.recogniser().engine, samples[_SPOKEN_SECOND])
    if not words:
        raise ModelUnavailable(MOONSHINE_TINY_EN.label, "it understands nothing in the sample recording", "")
    return f"wrote down “{' '.join(word.text for word in words)}”"


def _words(recogniser: AnyRecogniser, samples: NDArray[np.float32]) -> tuple[Word, ...]:
    if isinstance(recogniser, Recogniser):
        return recogniser.recognise(samples)
    whole = Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)
    blocks = recogniser.recognise_recording(samples, [whole], on_progress=lambda _: None)
    return tuple(word for block in blocks for word in block)
