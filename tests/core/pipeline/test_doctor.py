from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from asr.scripted_recogniser import ScriptedRecogniser
from diarization.scripted_recording_segmenter import ScriptedRecordingSegmenter
from diarization.scripted_segmenter import ScriptedSegmenter
from embedding.scripted_embedder import ScriptedEmbedder
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, PARAKEET_V3_ONNX, SEGMENTATION, WESPEAKER
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.store.settings import AsrEngine, AsrSettings, DiarizationSettings, Settings
from desktop_app.core.transcript.values import Word


class DeafSegmenter(ScriptedSegmenter):
    """Hears nobody, ever."""

    def segment(self, windows: NDArray[np.float32]) -> NDArray[np.bool_]:
        return np.zeros((len(windows), 589, 3), np.bool_)


class LostEmbedder(ScriptedEmbedder):
    """Gives no usable vector."""

    def embed(self, clips: object) -> NDArray[np.float32]:
        return np.full((1, 8), np.nan, np.float32)


class MuteRecogniser(ScriptedRecogniser):
    """Understands nothing."""

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        return ()


class FailingAtMeetings(ScriptedRecordingSegmenter):
    """Loads, and fails at its work."""

    def active(self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]) -> NDArray[np.bool_]:
        raise ModelUnavailable("Ears", "it fails", "Use another")


def missing() -> DeafSegmenter:
    raise ModelUnavailable("Ears", "they are missing", "Put them on")


@pytest.fixture(scope="module")
def carried() -> Engines:
    return Engines()


def test_every_carried_engine_is_usable_and_says_from_which_files(carried: Engines) -> None:
    statuses = engine_statuses(carried, self_test=False)
    assert [status.role for status in statuses] == ["segmentation", "embedding", "asr"]
    for status, spec in zip(statuses, (SEGMENTATION, WESPEAKER, MOONSHINE_TINY_EN), strict=True):
        assert (status.label, status.licence, status.attribution) == (spec.label, spec.licence, spec.attribution)
        assert status.model == spec.name
        assert (status.usable, status.reason, status.hint, status.self_test) == (True, None, None, None)
        assert [file.state for file in status.files] == ["ok"] * len(spec.files)


def test_the_self_test_runs_every_engine_on_the_sample(carried: Engines) -> None:
    statuses = engine_statuses(carried, self_test=True)
    assert all(status.usable for status in statuses)
    heard, embedded, wrote = (status.self_test or "" for status in statuses)
    assert heard.startswith("heard speech in ")
    assert embedded.startswith("embedded a second of speech as 256 numbers")
    assert wrote.startswith("wrote down “")
    assert all(found.endswith(" ms)") for found in (heard, embedded, wrote))


def test_an_engine_that_does_not_load_says_why_and_what_to_do_and_the_others_go_on(carried: Engines) -> None:
    engines = Engines()
    engines.segmenter = LazyEngine(missing)
    engines.sources, engines.recognisers = carried.sources, carried.recognisers
    broken, *others = engine_statuses(engines, self_test=True)
    assert (broken.usable, broken.reason, broken.hint) == (False, "they are missing", "Put them on")
    assert broken.self_test is None
    assert all(status.usable for status in others)


def test_a_recogniser_that_was_chosen_and_does_not_load_is_told_by_its_own_name() -> None:
    engines = Engines(Settings(asr=AsrSettings(AsrEngine.PARAKEET_V3)), prepare=False)
    *_, asr = engine_statuses(engines, self_test=False)
    assert (asr.label, asr.model, asr.usable) == ("Parakeet v3 (ONNX)", "parakeet-tdt-0.6b-v3-onnx", False)
    assert (asr.reason, asr.files) == ("the model is not installed", ())
    assert asr.attribution == PARAKEET_V3_ONNX.attribution


def test_what_writes_down_the_words_says_in_which_languages(carried: Engines) -> None:
    assert [status.languages for status in engine_statuses(carried, self_test=False)] == [(), (), ("en",)]


@pytest.fixture
def meeting(tmp_path: Path, carried: Engines) -> Engines:
    """With a model for meetings that was chosen."""
    model = tmp_path / "meeting.onnx"
    model.write_bytes(b"a model")
    chosen = DiarizationSettings(meeting=True, model=str(model))
    engines = Engines(Settings(diarization=chosen), prepare=False)
    engines.segmenter, engines.sources, engines.recognisers = carried.segmenter, carried.sources, carried.recognisers
    engines.meeting = LazyEngine(ScriptedRecordingSegmenter)
    return engines


def test_a_model_for_meetings_that_was_chosen_and_works_is_shown(meeting: Engines, tmp_path: Path) -> None:
    segmenter, hearing, *_ = statuses = engine_statuses(meeting, self_test=True)
    assert [status.role for status in statuses] == ["segmentation", "meeting", "embedding", "asr"]
    assert (hearing.label, hearing.usable) == ("scripted for meetings", True)
    assert [(file.path, file.size, file.state) for file in hearing.files] == [(str(tmp_path / "meeting.onnx"), 7, "ok")]
    assert (hearing.self_test or "").startswith("heard speech in ")
    assert segmenter.passed_over == ()


def test_one_for_meetings_that_fails_at_its_work_is_not_usable_and_one_that_does_not_load_is_passed_over(
    meeting: Engines,
) -> None:
    meeting.meeting = LazyEngine(FailingAtMeetings)
    hearing = engine_statuses(meeting, self_test=True)[1]
    assert (hearing.usable, hearing.reason, hearing.hint) == (False, "it fails", "Use another")
    meeting.meeting = LazyEngine(missing)  # type: ignore[arg-type]  it returns nothing
    segmenter, *others = engine_statuses(meeting, self_test=False)
    assert [status.role for status in others] == ["embedding", "asr"]
    assert [other.reason for other in segmenter.passed_over] == ["they are missing"]


def test_engines_that_load_but_fail_their_test_are_not_usable() -> None:
    engines = Engines()
    engines.segmenter = LazyEngine(DeafSegmenter)
    engines.sources["onnx"] = LazyEngine(LostEmbedder)
    engines.recognisers["moonshine"] = LazyEngine(MuteRecogniser)
    assert all(status.usable for status in engine_statuses(engines, self_test=False))
    statuses = engine_statuses(engines, self_test=True)
    assert [status.reason for status in statuses] == [
        "it hears no speech in the sample recording",
        "its embedding of the sample recording is not a number",
        "it understands nothing in the sample recording",
    ]
    assert not any(status.usable for status in statuses)
