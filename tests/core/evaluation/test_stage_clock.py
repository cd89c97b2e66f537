import pytest

from desktop_app.core.evaluation import stage_clock
from desktop_app.core.evaluation.stage_clock import StageClock
from desktop_app.core.evaluation.values import Outcome
from desktop_app.core.pipeline.stages import Stage
from evaluation.scripted_system import Notes


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the time is: the last of the list."""
    now = [100.0]
    monkeypatch.setattr(stage_clock.time, "perf_counter", lambda: now[-1])
    return now


def test_time_is_booked_to_the_stage_that_ran(clock_at: list[float]) -> None:
    notes = Notes()
    clock = StageClock(notes)
    for now, stage in ((101, Stage.DECODING), (103, Stage.DECODING), (104, Stage.SEGMENTATION), (108, Stage.EMBEDDING)):
        clock_at.append(now)
        clock.progress(stage, 0.5)
    clock_at.append(116)
    assert clock.stop() == {"decoding": 3, "segmentation": 4, "embedding": 8}
    assert notes.told == [Stage.DECODING, Stage.DECODING, Stage.SEGMENTATION, Stage.EMBEDDING]


def test_what_is_done_once_is_left_out(clock_at: list[float]) -> None:
    clock = StageClock(Notes())
    for now, stage in ((101, Stage.PREPARING), (120, Stage.LOADING), (122, Stage.DECODING)):
        clock_at.append(now)
        clock.progress(stage, 0.0)
    clock_at.append(125)
    assert clock.stop() == {"decoding": 3}


def test_a_stage_may_have_a_name_of_its_own(clock_at: list[float]) -> None:
    clock = StageClock(Notes())
    clock.enter("diarization")
    clock_at.append(105)
    assert clock.stop() == {"diarization": 5}


def test_diarization_is_everything_between_decoding_and_transcription() -> None:
    stage_s = {"decoding": 1.0, "segmentation": 2.0, "embedding": 3.0, "clustering": 4.0, "transcription": 5.0}
    times_s = Outcome((), (), 10.0, stage_s).times_s
    assert (times_s["diarization"], times_s["total"]) == (9, 15)
    assert Outcome((), None, 10.0, {"decoding": 1.0, "diarization": 4.0}).times_s == {
        "decoding": 1,
        "diarization": 4,
        "total": 5,
    }
