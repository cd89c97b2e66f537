"""A whole job with Whisper, from the model store to the transcript."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile
from models.packaged_recordings import READER, packaged_samples

from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.models import identify_files
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.manifest import CARRIED, WHISPER_BASE, WHISPER_SMALL, WHISPER_TURBO
from desktop_app.core.models.model_spec import FileSpec, ModelSpec
from desktop_app.core.pipeline import engine_check, links, workstation
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.links import check_links
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.pipeline.workstation import load_whisper, whisper_model
from desktop_app.core.store.settings import AsrEngine, AsrSettings, Settings
from desktop_app.core.transcript.values import Speaker, Turn

CHOSEN = Settings(asr=AsrSettings(AsrEngine.WHISPER))


class Listener:
    def progress(self, stage: Stage, fraction: float) -> None:
        pass

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        pass


def standing_in(spec: ModelSpec, folder: Path) -> ModelSpec:
    """The model, but with the files of this folder."""
    paths = sorted(folder.iterdir(), key=lambda path: path.name != "model.bin")
    content = [(path.name, path.read_bytes()) for path in paths]
    return replace(
        spec, files=tuple(FileSpec(name, len(held), hashlib.sha256(held).hexdigest()) for name, held in content)
    )


@pytest.fixture
def base(tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch) -> ModelSpec:
    """The tiny model, in the store as base."""
    base = standing_in(WHISPER_BASE, tiny_whisper)
    monkeypatch.setattr(engine_check, "MAX_WRONG", 9.0)  # it says one sentence, whatever it hears
    monkeypatch.setattr(identify_files, "FETCHED", (base,))
    monkeypatch.setattr(workstation, "WHISPERS", (WHISPER_TURBO, WHISPER_SMALL, base))
    (found,) = recognise(tiny_whisper)
    take_in(found)
    return base


@pytest.mark.slow
@pytest.mark.usefixtures("base")
def test_a_recording_becomes_a_transcript_in_the_language_that_whisper_hears(tmp_path: Path) -> None:
    path = tmp_path / "two_cities.wav"
    soundfile.write(path, packaged_samples(READER)[: 16_000 * 20], 16_000, subtype="FLOAT")
    transcript = transcribe_recording(path, Engines(CHOSEN, prepare=False), JobOptions(), Listener()).transcript
    assert (transcript.language, transcript.warnings) == ("de", ())
    assert [engine.name for engine in transcript.engines if engine.role == "asr"] == ["Whisper base"]
    words = [word for turn in transcript.turns for word in turn.words]
    assert [word.text for word in words[:5]] == ["Hello", "world,", "and", "once", "again."]
    assert all(word.confidence is not None and not word.estimated for word in words)


@pytest.mark.slow
@pytest.mark.usefixtures("base")
def test_the_smallest_whisper_tells_by_the_sound_what_moonshine_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "two_cities.wav"
    soundfile.write(path, packaged_samples(READER)[: 16_000 * 20], 16_000, subtype="FLOAT")
    told: list[str] = []
    engines = Engines(prepare=False)
    transcript = transcribe_recording(path, engines, JobOptions(), Listener(), told.append).transcript
    (sentence,) = told
    assert sentence.startswith("This sounds like German; Moonshine tiny (English) knows English")
    assert transcript.warnings == (sentence,)
    assert engines.recognisers["whisper"].loaded is None


@pytest.mark.slow
@pytest.mark.usefixtures("base")
def test_a_language_is_told_to_whisper_which_is_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "two_cities.wav"
    soundfile.write(path, packaged_samples(READER)[: 16_000 * 20], 16_000, subtype="FLOAT")
    engines = Engines(prepare=False)
    transcript = transcribe_recording(path, engines, JobOptions(language="ja"), Listener()).transcript
    assert transcript.language == "ja"
    assert [engine.name for engine in transcript.engines if engine.role == "asr"] == ["Whisper base"]


def test_the_largest_model_that_is_here_is_taken(base: ModelSpec) -> None:
    assert whisper_model() == base
    assert load_whisper(whisper_model()).use.name == "Whisper base"
    assert load_whisper(whisper_model()).use.sha256 == base.files[0].sha256


def test_a_larger_model_that_comes_is_taken_from_then_on(
    base: ModelSpec, tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = standing_in(WHISPER_SMALL, tiny_whisper)
    before = workstation.whisper_circumstances()
    monkeypatch.setattr(workstation, "WHISPERS", (WHISPER_TURBO, small, base))
    monkeypatch.setattr(identify_files, "FETCHED", (small,))
    take_in(recognise(tiny_whisper)[0])
    assert whisper_model() == small
    assert workstation.whisper_circumstances() != before


def test_one_that_writes_down_something_else_is_not_used(base: ModelSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_check, "MAX_WRONG", 0.1)
    with pytest.raises(ModelUnavailable, match="it failed its test on this computer"):
        load_whisper(base)


def test_a_model_whose_bytes_have_changed_is_not_loaded(base: ModelSpec) -> None:
    (weights,) = (path for path, _ in workstation.find_model(base).files if path.name == "model.bin")
    weights.write_bytes(bytes(weights.stat().st_size))
    with pytest.raises(ModelUnavailable, match="wrong hash"):
        load_whisper(whisper_model())


def test_where_there_is_none_the_small_one_is_named() -> None:
    with pytest.raises(ModelUnavailable, match="diarist models fetch whisper-small"):
        Engines(CHOSEN, prepare=False).recogniser()


@pytest.mark.slow
def test_the_doctor_tells_of_the_model_that_is_used(base: ModelSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "MODELS", (*CARRIED, base))
    engines = Engines(CHOSEN, prepare=False)
    statuses = engine_statuses(engines, self_test=False)
    asr = next(status for status in statuses if status.role == "asr")
    assert (asr.usable, asr.label, asr.device, asr.licence) == (True, "Whisper base", "cpu", "MIT")
    assert not check_links(engines, statuses, thorough=False).would_fall_back


def test_captions_are_refused_before_anything_is_loaded() -> None:
    engines = Engines(CHOSEN, prepare=False)
    with pytest.raises(ModelUnavailable, match=r"writes no captions.*Choose another engine") as told:
        LiveEngineRoom(engines).load()
    assert told.value.model == "Whisper"
    assert engines.detector.loaded is None
