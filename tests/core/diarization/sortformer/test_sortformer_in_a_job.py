"""Whole jobs with a Sortformer that knows the dialogue, and with one that knows nothing."""

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.commands.transcribe import add_transcription_options, transcribe_files
from desktop_app.core.models.engine_test import kept_test
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.file_state import sha256_of
from desktop_app.core.models.forms.prepared_store import models_folder
from desktop_app.core.models.manifest import WESPEAKER
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.doctor import engine_statuses
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.store.settings import DiarizationSettings, Settings
from desktop_app.core.store.settings_file import change_settings
from desktop_app.core.transcript.values import EngineUse
from diarization.sortformer.conftest import Pair

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepared_models: Path) -> None:
    """Nothing but WeSpeaker is prepared or tested yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shutil.copytree(prepared_models / WESPEAKER.name, models_folder() / WESPEAKER.name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def chosen(file: Path) -> Settings:
    return Settings(diarization=DiarizationSettings(meeting=True, model=str(file)))


def transcribed(folder: Path, *options: str) -> dict[str, object]:
    """What the command writes of the dialogue."""
    parser = argparse.ArgumentParser()
    add_transcription_options(parser)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(["--quiet", "--format", "json", "--asr", "moonshine", "--out", str(folder), *options])
    folder.mkdir()
    dialogue = folder.with_name("dialogue.wav")
    shutil.copyfile(sample_recording(), dialogue)
    assert transcribe_files(parser, asked, [dialogue]) == 0
    made: dict[str, object] = json.loads((folder / "dialogue.json").read_text(encoding="utf-8"))
    return made


def segmentation(made: dict[str, object]) -> object:
    engines = made["engines"]
    assert isinstance(engines, list)
    return next(engine for engine in engines if engine["role"] == "segmentation")["name"]


def test_the_command_hears_two_people_with_it_where_it_is_asked_to(taught_file: Path, tmp_path: Path) -> None:
    change_settings({"diarization.model": str(taught_file)})
    made = transcribed(tmp_path / "meeting", "--meeting")
    assert segmentation(made) == "Sortformer, your own"
    assert made["warnings"] == []
    assert isinstance(made["speakers"], list)
    assert len(made["speakers"]) == 2
    assert segmentation(transcribed(tmp_path / "usual")) == "pyannote segmentation"


def test_one_that_passes_its_test_is_used_by_its_hash_and_tested_once(taught_file: Path) -> None:
    engine = Engines(chosen(taught_file)).recording_segmenter().engine
    assert engine.use == EngineUse("segmentation", "Sortformer, your own", "cpu", sha256_of(taught_file))
    test = kept_test("sortformer", sha256_of(taught_file))
    assert test is not None
    assert (test.fault, test.speed > 1) == (None, True)
    assert test.wrong < 0.1


def test_one_that_does_not_know_who_speaks_is_not_used_and_the_doctor_says_why(
    pair_of: Callable[[int], Pair],
) -> None:
    engines = Engines(chosen(pair_of(1).file), prepare=False)
    found = engines.recording_segmenter()
    assert found.engine.use.name == "pyannote segmentation"
    (refused,) = found.passed_over
    assert refused.reason.startswith("it failed its test on this computer: ")
    (status,) = (each for each in engine_statuses(engines, self_test=False) if each.role == "segmentation")
    assert [each.reason for each in status.passed_over] == [refused.reason]


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_text("nothing", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="onnxruntime refuses the model"):
        Engines(chosen(file), alone=True).recording_segmenter()
