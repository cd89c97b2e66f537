"""The model for meetings in a job: chosen, told, and stood in for."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from diarization.scripted_recording_segmenter import ScriptedRecordingSegmenter
from numpy.typing import NDArray

from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.core.pipeline.transcribe import diarize_recording, transcribe_recording
from desktop_app.core.store.settings import DiarizationSettings, Settings
from desktop_app.core.transcript.values import Transcript
from pipeline.scripted_job import Listener, scripted_engines

MEETING = Settings(diarization=DiarizationSettings(meeting=True))


class StopsWhileListening(Listener):
    def progress(self, stage: Stage, fraction: float) -> None:
        if stage is Stage.SEGMENTATION and fraction == 1:
            raise KeyboardInterrupt


class Failing(ScriptedRecordingSegmenter):
    """Loads, and fails at its work."""

    def active(self, samples: NDArray[np.float32], *, on_progress: Callable[[float], None]) -> NDArray[np.bool_]:
        raise ModelUnavailable("Sortformer", "it fails at its work (bad node)", "Use another")


def made(engines: Engines, talk: Path) -> Transcript:
    return transcribe_recording(talk, engines, JobOptions(), Listener()).transcript


def test_where_it_is_chosen_it_finds_who_speaks_and_is_told(talk: Path) -> None:
    transcript = made(scripted_engines(MEETING), talk)
    assert transcript.engines[0].name == "scripted for meetings"
    assert [turn.speaker for turn in transcript.turns] == ["S1", "S2", "S1"]
    assert transcript.warnings == ()


def test_it_is_never_used_by_itself(talk: Path) -> None:
    engines = scripted_engines(Settings(diarization=DiarizationSettings(model=str(talk))))
    assert made(engines, talk).engines[0].name == "scripted"
    assert engines.meeting.loaded is None


def test_the_carried_model_stands_in_and_that_is_told(talk: Path) -> None:
    engines = scripted_engines(MEETING)
    engines.meeting = Engines(MEETING).meeting
    transcript = made(engines, talk)
    assert transcript.engines[0].name == "scripted"
    assert transcript.warnings == ("scripted was used instead of Sortformer, your own: no file of it is named.",)


def test_where_nothing_is_to_stand_in_nothing_does(talk: Path) -> None:
    engines = scripted_engines(MEETING, alone=True)
    engines.meeting = Engines(MEETING).meeting
    with pytest.raises(ModelUnavailable, match="no file of it is named"):
        diarize_recording(talk, engines, JobOptions(), Listener())


def test_a_file_that_is_not_there_is_said_by_its_name(talk: Path) -> None:
    settings = Settings(diarization=DiarizationSettings(meeting=True, model=str(talk.with_name("none.onnx"))))
    with pytest.raises(ModelUnavailable, match=r"none\.onnx cannot be read"):
        Engines(settings, alone=True).recording_segmenter()


def test_another_file_is_loaded_anew_and_the_same_is_not(talk: Path) -> None:
    engines = scripted_engines(MEETING)
    before = engines.meeting
    engines.follow(Settings(diarization=DiarizationSettings(meeting=False)))
    assert engines.meeting is before
    engines.follow(Settings(diarization=DiarizationSettings(meeting=True, model=str(talk))))
    assert engines.meeting is not before


def test_where_it_fails_on_the_way_the_job_says_why(talk: Path) -> None:
    engines = scripted_engines(MEETING)
    engines.meeting = LazyEngine(Failing)
    with pytest.raises(ModelUnavailable, match="bad node"):
        made(engines, talk)


def test_it_can_be_stopped_while_it_listens(talk: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        transcribe_recording(talk, scripted_engines(MEETING), JobOptions(), StopsWhileListening())
