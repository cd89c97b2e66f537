"""Is every engine usable? If not, why, and what can be done?"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser, languages_known
from desktop_app.core.audio.errors import AudioError
from desktop_app.core.audio.recording import open_recording
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.recording_segmenter import RecordingSegmenter
from desktop_app.core.diarization.segmentation import WINDOW_SAMPLES, Segmenter
from desktop_app.core.embedding.embedder import Clip, Embedder
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.forms.model_forms import note_in_words
from desktop_app.core.models.locate_model import find_model
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, SEGMENTATION, WESPEAKER
from desktop_app.core.models.model_spec import ModelFile, ModelSpec
from desktop_app.core.models.packaged_models import inspect, sample_recording
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.status import MEETING, EngineStatus, PassedOver
from desktop_app.core.pipeline.workstation import model_of
from desktop_app.core.transcript.values import EngineUse, Span, Word
from desktop_app.translation import tr

_SPOKEN_SECOND = slice(36_000, 52_000)
"""A second of the sample recording, in samples, in which somebody speaks."""
_Test = Callable[[NDArray[np.float32]], str]


@dataclass(frozen=True, slots=True, eq=False)
class _Loaded:
    """An engine that is loaded. spec: of its model; test: says what it makes of the sample."""

    spec: ModelSpec
    use: EngineUse
    test: _Test
    passed_over: tuple[ModelUnavailable, ...] = ()
    languages: tuple[str, ...] = ()


def engine_statuses(engines: Engines, *, self_test: bool) -> tuple[EngineStatus, ...]:
    """The state of every engine, each loaded to find out.

    self_test: also run each on the sample recording. An engine that loads but fails its test is not usable.
    """
    sample = cache(_sample_window) if self_test else None
    segmenter = _status(SEGMENTATION, partial(_segmenter, engines), sample)
    embedder = _status(WESPEAKER, partial(_embedder, engines), sample)
    recogniser = _status(_preferred_model(engines), partial(_recogniser, engines), sample)
    return (segmenter, *_meeting(engines, sample), embedder, recogniser)


def _preferred_model(engines: Engines) -> ModelSpec:
    """What is to write down the words; what comes along where nothing that is here knows the language."""
    return next((model_of(name) for name in engines.recogniser_names()), MOONSHINE_TINY_EN)


def _segmenter(engines: Engines) -> _Loaded:
    """The carried model, which captions need in any case, where it runs for recordings; told if the one for meetings
    was chosen and is not there."""
    segmenter = engines.window_segmenter().engine
    passed_over = engines.recording_segmenter().passed_over
    return _Loaded(SEGMENTATION, segmenter.use, partial(_test_segmenter, segmenter), passed_over)


def _meeting(engines: Engines, sample: Callable[[], NDArray[np.float32]] | None) -> Iterator[EngineStatus]:
    """The user's model for meetings, if it was chosen and loads: where it does not, the carried one tells why."""
    chosen = engines.settings.diarization
    if not chosen.meeting:
        return
    with suppress(ModelUnavailable):
        yield _meeting_status(engines.meeting.get(), Path(chosen.model), sample)


def _meeting_status(
    segmenter: RecordingSegmenter, path: Path, sample: Callable[[], NDArray[np.float32]] | None
) -> EngineStatus:
    use = segmenter.use
    status = EngineStatus(MEETING, use.name, use.device, True, "", "", _file_of_own(path, use), note=use.note)
    try:
        found = None if sample is None else _timed(partial(_test_meeting, segmenter), sample())
    except ModelUnavailable as failure:
        return replace(status, usable=False, reason=failure.reason, hint=failure.hint)
    return replace(status, self_test=found)


def _file_of_own(path: Path, use: EngineUse) -> tuple[ModelFile, ...]:
    """Its bytes were read when it was loaded."""
    with suppress(OSError):
        return (ModelFile(str(path), path.stat().st_size, use.sha256 or "", "ok"),)
    return ()


def _embedder(engines: Engines) -> _Loaded:
    embedders = engines.embedders()
    embedder, spec = embedders.first, model_of(embedders.first_name)
    return _Loaded(spec, embedder.use, partial(_test_embedder, embedder), embedders.passed_over)


def _recogniser(engines: Engines) -> _Loaded:
    preferred = engines.recogniser()
    name = next(name for name, slot in engines.recognisers.items() if slot.loaded is preferred.engine)
    test = partial(_test_recogniser, preferred.engine)
    languages = languages_known(preferred.engine)
    return _Loaded(model_of(name), preferred.engine.use, test, preferred.passed_over, languages)


def _status(
    spec: ModelSpec, load: Callable[[], _Loaded], sample: Callable[[], NDArray[np.float32]] | None
) -> EngineStatus:
    """spec: of the model that is shown where none loads."""
    loaded: _Loaded | None = None
    try:
        loaded = load()
        found = None if sample is None else _timed(loaded.test, sample())
    except ModelUnavailable as failure:
        return _described(loaded.spec if loaded else spec, loaded, failure=failure)
    except EmbeddingFailed as failure:
        hint = tr("Try again, or choose another source in the settings.")
        refused = ModelUnavailable(spec.label, failure.reason, hint)
        return _described(loaded.spec if loaded else spec, loaded, failure=refused)
    return _described(loaded.spec, loaded, found=found)


def _described(
    spec: ModelSpec, loaded: _Loaded | None, *, failure: ModelUnavailable | None = None, found: str | None = None
) -> EngineStatus:
    return EngineStatus(
        role=spec.role,
        label=loaded.use.name if loaded else spec.label,
        device=loaded.use.device if loaded else "cpu",
        usable=failure is None,
        licence=spec.licence,
        attribution=spec.attribution,
        files=_files(spec, loaded),
        reason=failure.reason if failure else None,
        hint=failure.hint if failure else None,
        self_test=found,
        note=note_in_words(loaded.use.note) if loaded else None,
        passed_over=tuple(PassedOver(each.model, each.reason, each.hint) for each in loaded.passed_over)
        if loaded
        else (),
        model=spec.name,
        languages=loaded.languages if loaded else (),
    )


def _files(spec: ModelSpec, loaded: _Loaded | None) -> tuple[ModelFile, ...]:
    if loaded is not None and loaded.use.device not in {"cpu", "cuda"}:
        return ()  # they lie on another computer
    if spec.hub is None:
        return inspect(spec)
    if loaded is None:
        return ()  # why not is told, with the file that is wrong
    # Its bytes were checked when it was loaded, and there may be gigabytes of them.
    return tuple(ModelFile(str(path), file.size, file.sha256, "ok") for path, file in find_model(spec).files)


def _sample_window() -> NDArray[np.float32]:
    """The first ten seconds of the sample recording; ModelUnavailable if it cannot be read."""
    try:
        with open_recording(sample_recording()) as recording:
            return np.array(recording.samples[:WINDOW_SAMPLES])
    except AudioError as error:
        reason = tr("it cannot be read for the self-test ({error})", error=error)
        raise ModelUnavailable(tr("Sample recording"), reason, "") from error


def _timed(test: _Test, samples: NDArray[np.float32]) -> str:
    started_s = perf_counter()
    found = test(samples)
    return f"{found} ({(perf_counter() - started_s) * 1000:.0f} ms)"


def _test_segmenter(segmenter: Segmenter, samples: NDArray[np.float32]) -> str:
    activity = segmenter.segment(samples[None])
    speaking = activity.any(axis=2).mean()
    if not speaking > 0.2:
        raise ModelUnavailable(SEGMENTATION.label, tr("it hears no speech in the sample recording"), "")
    return tr("heard speech in {share:.0%} of ten seconds", share=speaking)


def _test_meeting(segmenter: RecordingSegmenter, samples: NDArray[np.float32]) -> str:
    active = segmenter.active(samples, on_progress=lambda _: None)
    return tr("heard speech in {share:.0%} of ten seconds", share=float(active.any(axis=1).mean()))


def _test_embedder(embedder: Embedder, samples: NDArray[np.float32]) -> str:
    spoken = samples[_SPOKEN_SECOND]
    (vector,) = embedder.embed([Clip.whole(spoken)])
    if not np.isfinite(vector).all():
        raise ModelUnavailable(embedder.use.name, tr("its embedding of the sample recording is not a number"), "")
    return tr("embedded a second of speech as {count} numbers", count=len(vector))


def _test_recogniser(recogniser: AnyRecogniser, samples: NDArray[np.float32]) -> str:
    words = _words(recogniser, samples[_SPOKEN_SECOND])
    if not words:
        raise ModelUnavailable(recogniser.use.name, tr("it understands nothing in the sample recording"), "")
    return tr("wrote down “{words}”", words=" ".join(word.text for word in words))


def _words(recogniser: AnyRecogniser, samples: NDArray[np.float32]) -> tuple[Word, ...]:
    if isinstance(recogniser, Recogniser):
        return recogniser.recognise(samples)
    whole = Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)
    blocks = recogniser.recognise_recording(samples, [whole], on_progress=lambda _: None)
    return tuple(word for block in blocks for word in block)
