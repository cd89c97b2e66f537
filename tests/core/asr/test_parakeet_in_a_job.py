"""A whole job with Parakeet, by NeMo and by onnxruntime, from the model store to the exported transcript."""

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import soundfile
from models.packaged_recordings import READER, packaged_samples

from asr.conftest import ModelOnDisk
from asr.two_cities import TEXT
from desktop_app.core.export.formats.json_format import parse, render
from desktop_app.core.models import locate_model
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import file_state, sha256_of
from desktop_app.core.models.forms.prepared_store import models_folder
from desktop_app.core.models.identify_files import recognise
from desktop_app.core.models.import_model import take_in
from desktop_app.core.models.locate_model import find_model
from desktop_app.core.models.manifest import PARAKEET, PARAKEET_ULTRA, WESPEAKER
from desktop_app.core.models.model_spec import FileSpec, FileState
from desktop_app.core.pipeline import engine_check, parakeet_loading
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.parakeet_loading import load_parakeet_onnx
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import transcribe_recording
from desktop_app.core.store.settings import AsrEngine, AsrSettings, Device, EmbeddingSettings, Settings
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

pytestmark = pytest.mark.slow
ON_TORCH = Settings(
    embedding=EmbeddingSettings(device=Device.CPU), asr=AsrSettings(AsrEngine.PARAKEET, device=Device.CPU)
)
WITHOUT = Settings(embedding=EmbeddingSettings(device=Device.CPU), asr=AsrSettings(device=Device.CPU))
"""Nothing is chosen: what is here and is best is used."""


class Listener:
    """Keeps the turns it is told, and how far the words were."""

    def __init__(self) -> None:
        self.finished: list[Turn] = []
        self.written: list[float] = []

    def progress(self, stage: Stage, fraction: float) -> None:
        if stage is Stage.TRANSCRIPTION:
            self.written.append(fraction)

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        self.finished += turns


class Installed(NamedTuple):
    """A model in the store, the settings that lead to it, and what it is called."""

    settings: Settings
    label: str
    files: int


@pytest.fixture(params=["NeMo", "onnxruntime"])
def installed(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepared_models: Path
) -> Installed:
    """The tiny model taken into a store as somebody's own Parakeet: nothing but WeSpeaker is prepared there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shutil.copytree(prepared_models / WESPEAKER.name, models_folder() / WESPEAKER.name)
    if request.param == "NeMo":
        model: ModelOnDisk = request.getfixturevalue("tiny_model")
        (own,) = recognise(model.path, spec=PARAKEET, sha256=model.sha256)
        take_in(own)
        return Installed(ON_TORCH, "Parakeet TDT 0.6B v3, your own", 1)
    folder: Path = request.getfixturevalue("tiny_onnx")
    (own,) = recognise(folder, spec=PARAKEET_ULTRA, sha256=sha256_of(folder / "encoder-model.onnx"))
    take_in(own)
    return Installed(WITHOUT, "Parakeet Ultra, your own", 4)


def transcribed(folder: Path, listener: Listener, settings: Settings) -> Transcript:
    path = folder / "two_cities.wav"
    soundfile.write(path, packaged_samples(READER), 16_000, subtype="FLOAT")
    return transcribe_recording(path, Engines(settings), JobOptions(), listener).transcript


def test_a_reading_becomes_turns_of_one_speaker_with_every_word_timed_and_weighed(
    tmp_path: Path, installed: Installed
) -> None:
    listener = Listener()
    transcript = transcribed(tmp_path, listener, installed.settings)
    said = [word for turn in transcript.turns for word in turn.words]
    right = sum(word.text == expected for word, expected in zip(said, TEXT.split(), strict=False))
    assert len(said) == len(TEXT.split())
    assert right >= len(said) - 1  # one word of the model's own wavering
    assert len(transcript.speakers) == 1
    assert all(word.confidence is not None and not word.estimated for word in said)
    assert all(one.end_ms <= other.start_ms for one, other in zip(said, said[1:], strict=False))
    assert (transcript.language, transcript.warnings) == ("en", ())
    assert [engine.name for engine in transcript.engines if engine.role == "asr"] == [installed.label]
    assert [turn.text for turn in listener.finished]
    assert listener.written == sorted(listener.written)
    assert listener.written[-1] == 1.0
    assert parse(json.dumps(json.loads(render(transcript))), tmp_path) == transcript


def test_the_doctor_says_that_it_is_somebody_s_own(installed: Installed) -> None:
    statuses = engine_statuses(Engines(installed.settings, prepare=False), self_test=False)
    (asr,) = (status for status in statuses if status.role == "asr")
    assert (asr.usable, asr.label, asr.device) == (True, installed.label, "cpu")
    assert [file.state for file in asr.files] == ["ok"] * installed.files


def test_where_it_is_missing_the_job_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="diarist models fetch parakeet"):
        transcribed(tmp_path, Listener(), ON_TORCH)


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
def test_one_that_fails_its_test_is_told_and_another_writes_down_the_words(
    tmp_path: Path, installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_check, "MAX_WRONG", -1.0)
    recogniser = Engines(installed.settings, prepare=False).recogniser()
    assert recogniser.engine.use.name.startswith("Moonshine")
    (failure,) = recogniser.passed_over
    assert failure.model == installed.label
    assert "failed its test on this computer" in failure.reason


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
def test_a_file_that_was_changed_since_is_not_loaded(installed: Installed) -> None:
    files = find_model(PARAKEET_ULTRA).files
    path = next(path for path, _ in files if path.name == "vocab.txt")
    path.write_bytes(path.read_bytes()[::-1])
    (failure,) = Engines(installed.settings, prepare=False).recogniser().passed_over
    assert "wrong hash" in failure.reason


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_a_card_that_onnxruntime_knows_is_used_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parakeet_loading, "accelerators", lambda: ("AzureExecutionProvider",))
    assert load_parakeet_onnx(PARAKEET_ULTRA, exact=False).use.note == "on Azure"
    assert load_parakeet_onnx(PARAKEET_ULTRA, exact=False, device=Device.CPU).use.note == "8-bit form, prepared here"


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_where_the_card_does_not_pass_the_processor_is_used_and_it_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parakeet_loading, "accelerators", lambda: ("NoSuchExecutionProvider",))
    note = load_parakeet_onnx(PARAKEET_ULTRA, exact=False).use.note
    assert note is not None
    assert note.startswith("8-bit form, prepared here; the graphics card was not used (")


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_speech_to_check_a_form_on_is_read_only_where_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)

    def decoded() -> tuple[Path, ...]:
        raise AssertionError("the form is there already")

    monkeypatch.setattr(parakeet_loading, "speech_recordings", decoded)
    assert load_parakeet_onnx(PARAKEET_ULTRA, exact=False).use.note == "8-bit form, prepared here"


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_speech_to_check_a_form_on_that_is_damaged_is_told_and_another_writes_down_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.wav"
    damaged.write_bytes(b"no sound")
    with monkeypatch.context() as patch:
        patch.setattr(parakeet_loading, "speech_recordings", lambda: (damaged,))
        recogniser = Engines(WITHOUT, prepare=False).recogniser()
        assert recogniser.engine.use.name.startswith("Moonshine")
        (failure,) = recogniser.passed_over
        assert failure.model == "Parakeet Ultra, your own"
        assert failure.reason.startswith(f"the speech to check its form on cannot be read ({damaged}: ")
        assert "moonshine-voice" in failure.hint
    assert load_parakeet_onnx(PARAKEET_ULTRA, exact=False).use.note == "8-bit form, prepared here", "it is not kept"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files whose bytes were compared."""
    names: list[str] = []

    def compared(path: Path, file: FileSpec) -> FileState:
        names.append(path.name)
        return file_state(path, file)

    monkeypatch.setattr(locate_model, "file_state", compared)
    return names


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_the_source_of_a_form_is_read_again_only_where_it_is_loaded_or_has_changed(read: list[str]) -> None:
    encoder = next(path for path, _ in find_model(PARAKEET_ULTRA).files if path.name == "encoder-model.onnx")
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)
    assert encoder.name in read
    read.clear()
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)
    assert sorted(read) == ["config.json", "decoder_joint-model.onnx", "vocab.txt"]
    load_parakeet_onnx(PARAKEET_ULTRA, exact=True)
    assert encoder.name in read
    read.clear()
    os.utime(encoder)
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)
    assert encoder.name in read, "somebody wrote it"
    read.clear()
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)
    assert encoder.name not in read
    encoder.write_bytes(encoder.read_bytes()[::-1])
    with pytest.raises(ModelUnavailable, match="has the wrong hash"):
        load_parakeet_onnx(PARAKEET_ULTRA, exact=False)


@pytest.mark.parametrize("installed", ["onnxruntime"], indirect=True)
@pytest.mark.usefixtures("installed")
def test_a_form_whose_bytes_have_changed_is_made_anew() -> None:
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False)
    made = [path for path in (models_folder() / PARAKEET_ULTRA.name).iterdir() if path.suffix != ".json"]
    right = {path: path.read_bytes() for path in made}
    for path in made:
        path.write_bytes(right[path][::-1])
    told: list[float] = []
    load_parakeet_onnx(PARAKEET_ULTRA, exact=False, on_ready=told.append)
    assert told[-1] == 1.0
    assert {path: path.read_bytes() for path in made} == right
