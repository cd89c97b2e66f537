import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.evaluation import requirements
from desktop_app.core.evaluation.errors import EvaluationError
from desktop_app.core.evaluation.evaluate import Evaluation, evaluate
from desktop_app.core.evaluation.json_report import render
from desktop_app.core.evaluation.system import Setup, System
from desktop_app.core.evaluation.values import Outcome
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount
from evaluation.scripted_system import Notes, ScriptedSystem, add_recording, outcome, rttm_line, texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ann_and_bo = rttm_line("Ann", 0, 5) + rttm_line("Bo", 5, 10)
    add_recording(tmp_path / "talks", "one", ann_and_bo, stm="one 1 Ann 0 5 good day\none 1 Bo 5 10 to you")
    add_recording(tmp_path / "talks" / "more", "two", rttm_line("Ann", 0, 20), txt="Well, well.")
    return tmp_path / "talks"


ONE = replace(
    outcome(("1", 0, 4), ("2", 5, 10), words=texts(("1", 0, "good day"), ("2", 5, "to me"))),
    embedding=EmbeddingReport((SourceCount("onnx", "cpu", 4),), (Fallback("remote", "no answer", 3),), 1, 2, 7),
)
TWO = outcome(("1", 0, 20), ("2", 20, 21), words=texts(("1", 0, "well well")), duration_s=40.0)


def good(_setup: Setup) -> System:
    return ScriptedSystem({"one": ONE, "two": TWO})


def poor(_setup: Setup) -> System:
    return ScriptedSystem({"one": outcome()})


def missing(_setup: Setup) -> System:
    raise ModelUnavailable("Ears", "they are missing", "Put them on")


class Greedy(ScriptedSystem):
    """Needs more memory for one recording than there is."""

    def run(self, path: Path, listener: JobListener) -> Outcome:
        if path.stem == "two":
            raise MemoryError
        return super().run(path, listener)


def greedy(_setup: Setup) -> System:
    return Greedy({"one": ONE})


SYSTEMS = {"good": good, "poor": poor, "missing": missing, "greedy": greedy}


def evaluated(folder: Path, *engines: str, notes: Notes | None = None) -> Evaluation:
    return evaluate(folder, engines, Setup(), notes or Notes(), systems=SYSTEMS)


def test_every_engine_is_run_on_every_recording(folder: Path) -> None:
    notes = Notes()
    evaluation = evaluated(folder, "good", "good", notes=notes)
    (report,) = evaluation.engines
    assert [path.name for path in report.scores] == ["two.wav", "one.wav"]
    assert notes.begun == [("good", "two.wav", 1, 2), ("good", "one.wav", 2, 2)]
    assert notes.told == [Stage.DECODING, Stage.DECODING]
    assert evaluation.complete


def test_the_report_for_programs_has_every_figure(folder: Path) -> None:
    report = json.loads(render(evaluated(folder, "good")))
    assert report.keys() == {"machine", "engines", "files", "failed", "pooled"}
    assert report["machine"]
    two, one = report["files"]
    assert (two["file"], one["file"]) == ("more/two.wav", "one.wav")
    assert one | {"peak_mb": 0} == {
        "file": "one.wav",
        "duration_s": 10.0,
        "speakers_true": 2,
        "speakers_found": 2,
        "der_0": 10.0,
        "missed": 10.0,
        "false_alarm": 0.0,
        "confusion": 0.0,
        "reference_s": 10.0,
        "der_25": 8.33,
        "missed_25": 8.33,
        "false_alarm_25": 0.0,
        "confusion_25": 0.0,
        "reference_25_s": 9.0,
        "wer": 25.0,
        "cp_wer": 25.0,
        "reference_words": 4,
        "speed": {
            "diarization": 2.5,
            "transcription": 2.0,
            "total": 1.0,
            "decoding": 10.0,
            "segmentation": 5.0,
            "embedding": 5.0,
        },
        "time_s": {
            "decoding": 1.0,
            "segmentation": 2.0,
            "embedding": 2.0,
            "transcription": 5.0,
            "diarization": 4.0,
            "total": 10.0,
        },
        "peak_mb": 0,
        "segments": 4,
        "seconds_per_segment": 0.5,
        "fell_back": 3,
        "lost": 1,
        "requests": 7,
    }
    assert (two["wer"], two["cp_wer"], two["segments"], two["requests"]) == (0.0, None, None, None)
    pooled = report["pooled"]
    assert (pooled["files"], pooled["speakers_exact"], pooled["duration_s"]) == (2, 1, 50.0)
    assert (pooled["der_0"], pooled["missed"], pooled["false_alarm"], pooled["confusion"]) == (6.67, 3.33, 3.33, 0.0)
    assert (pooled["wer"], pooled["cp_wer"], pooled["reference_words"]) == (16.67, 25.0, 6)
    assert (pooled["speed"]["diarization"], pooled["speed"]["total"]) == (6.25, 2.5)


def test_several_engines_are_compared_with_the_first_where_both_were_measured(folder: Path) -> None:
    report = json.loads(render(evaluated(folder, "good", "poor")))
    one, both = report["head_to_head"]
    assert (one["file"], one["engine"]) == ("one.wav", "poor")
    assert (one["first_der_0"], one["der_0"], one["difference"]) == (10.0, 100.0, 90.0)
    assert (one["first_seconds_per_segment"], one["first_requests"]) == (0.5, 7)
    assert (one["seconds_per_segment"], one["requests"]) == (None, None)
    assert (one["first_wer"], one["wer"]) == (25.0, None)
    assert (both["file"], both["engine"]) == ("all", "poor")
    assert "head_to_head" not in json.loads(render(evaluated(folder, "good")))


def test_what_is_not_measured_is_null(folder: Path) -> None:
    report = json.loads(render(evaluated(folder, "missing")))
    assert report["files"] == []
    pooled = report["pooled"]
    for name in ("der_0", "der_25", "missed", "false_alarm", "confusion", "wer", "cp_wer", "peak_mb"):
        assert pooled[name] is None
    assert pooled["speed"] == {"diarization": None, "transcription": None, "total": None}
    assert (pooled["files"], pooled["speakers_exact"]) == (0, 0)


def test_the_first_engine_is_at_the_top_and_each_has_its_own(folder: Path) -> None:
    report = json.loads(render(evaluated(folder, "poor", "good")))
    assert list(report["engines"]) == ["poor", "good"]
    for name in ("files", "failed", "pooled"):
        assert report[name] == report["engines"]["poor"][name]
    assert len(report["files"]) == 1
    assert len(report["engines"]["good"]["files"]) == 2


def test_a_recording_that_fails_is_named_and_the_others_are_done(folder: Path) -> None:
    notes = Notes()
    evaluation = evaluated(folder, "poor", notes=notes)
    (report,) = evaluation.engines
    assert [path.name for path in report.scores] == ["one.wav"]
    assert [failure.recording.name for failure in report.failures] == ["two.wav"]
    assert notes.failures == [f"{folder / 'more' / 'two.wav'}: it is not in the script"]
    assert not evaluation.complete


def test_whatever_happens_to_one_recording_the_others_are_done(folder: Path) -> None:
    notes = Notes()
    (report,) = evaluated(folder, "greedy", notes=notes).engines
    assert [path.name for path in report.scores] == ["one.wav"]
    (failure,) = notes.failures
    assert failure.startswith(f"{folder / 'more' / 'two.wav'}: there is not enough memory for it")


def test_a_malformed_truth_is_named_and_the_others_are_done(folder: Path) -> None:
    rttm = folder / "one.rttm"
    rttm.write_text("nonsense\n", encoding="utf-8")
    notes = Notes()
    evaluation = evaluated(folder, "good", notes=notes)
    (report,) = evaluation.engines
    assert [path.name for path in report.scores] == ["two.wav"]
    assert notes.failures == [f"{rttm}, line 1: not a line of RTTM: it begins with 'nonsense'"]
    assert [failure.reason for failure in report.failures] == notes.failures
    assert notes.begun == [("good", "two.wav", 1, 1)]


def test_an_engine_that_does_not_load_fails_on_every_recording_and_the_next_goes_on(folder: Path) -> None:
    notes = Notes()
    lost, fine = evaluated(folder, "missing", "good", notes=notes).engines
    assert (len(lost.scores), len(lost.failures)) == (0, 2)
    assert notes.failures == ["Ears: they are missing. Put them on"]
    assert len(fine.scores) == 2


def test_the_setup_reaches_the_engine(folder: Path) -> None:
    asked: list[Setup] = []

    def asking(setup: Setup) -> System:
        asked.append(setup)
        return good(setup)

    setup = Setup(with_words=False, job=JobOptions(2, 2))
    evaluate(folder, ["asking"], setup, Notes(), systems={"asking": asking})
    assert asked == [setup]


def test_an_unknown_engine_is_refused_with_the_known_ones(folder: Path) -> None:
    with pytest.raises(EvaluationError, match="there is no engine 'kaldi': there are good, poor, missing"):
        evaluated(folder, "good", "kaldi")


def test_a_missing_package_is_refused_with_the_line_that_installs_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requirements, "_PACKAGES", {"nosuch.metrics": "nosuch.metrics", "nosuch": "nosuch"})
    with pytest.raises(EvaluationError) as caught:
        evaluated(folder, "good")
    said = "evaluating needs nosuch.metrics and nosuch. Install what is missing with: "
    assert str(caught.value) == f'{said}pip install "diarist[evaluation]"'
