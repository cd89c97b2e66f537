import json
from collections.abc import Callable

import pytest

from desktop_app.core.models.link import Link
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.links import Check
from desktop_app.core.pipeline.status import EngineStatus, PassedOver
from desktop_app.core.transcript.values import EmbeddingReport, Fallback, SourceCount
from desktop_app.terminal import doctor
from desktop_app.terminal.doctor import Form, _text, _text_report, print_report


@pytest.mark.slow
def test_the_report_names_every_engine_its_file_and_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(Form.TEXT, prepare_again=False)
    report = capsys.readouterr().out
    for expected in ("segmentation: ", "embedding: ", "asr: ", "usable", "test ", "sha256", "licence"):
        assert expected in report
    assert "NOT USABLE" not in report


@pytest.mark.slow
def test_the_report_for_programs_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(Form.JSON, prepare_again=False)
    report = json.loads(capsys.readouterr().out)
    assert [engine["role"] for engine in report["engines"]] == ["segmentation", "embedding", "asr"]
    assert all(engine["usable"] and engine["self_test"] for engine in report["engines"])
    assert {file["state"] for engine in report["engines"] for file in engine["files"]} == {"ok"}
    assert {"diarist", "python", "platform"} <= report.keys()
    assert report["ok"] is True
    assert [link["name"] for link in report["links"]] == [
        "torch",
        "CUDA",
        "torchaudio",
        "pyannote",
        "nemo",
        "onnxruntime",
        "models",
        "microphone",
        "remote",
    ]
    assert all(link.keys() == {"name", "ok", "detail", "cure", "needed"} for link in report["links"])


def test_an_engine_that_is_not_usable_says_why_and_what_to_do() -> None:
    text = _text(EngineStatus("asr", "Moonshine", "cpu", False, "MIT", "Moonshine AI", (), "it is missing", "Get it"))
    assert text.startswith("asr: Moonshine on cpu: NOT USABLE\n  why       it is missing\n  do        Get it\n")


def test_what_is_somebody_s_own_has_no_licence_to_tell() -> None:
    assert "licence" not in _text(EngineStatus("meeting", "Sortformer, your own", "cpu", True, "", ""))


def test_the_form_of_a_model_is_told() -> None:
    status = EngineStatus(
        "embedding", "WeSpeaker", "cpu", True, "CC", "the authors", note="float32 by ncnn, prepared here"
    )
    assert "\n  form      float32 by ncnn, prepared here\n" in _text(status)


def test_the_models_are_prepared_again_when_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def scripted(self: Engines, on_progress: Callable[[float], None], *, again: bool) -> None:
        asked.append(again)
        for fraction in (0.0, 0.5, 1.0):
            on_progress(fraction)

    asked: list[bool] = []
    monkeypatch.setattr(Engines, "prepare", scripted)
    monkeypatch.setattr(doctor, "engine_statuses", lambda engines, self_test: ())
    monkeypatch.setattr(doctor, "check_links", lambda *_, thorough: Check((), (), frozenset(), False))
    assert print_report(Form.JSON, prepare_again=True)
    assert asked == [True]
    printed = capsys.readouterr()
    assert printed.err == "Preparing the models (once)…\nDone.\n"
    assert json.loads(printed.out)["engines"] == []


def test_every_link_is_one_line_and_a_broken_one_has_its_cure_in_another() -> None:
    links = (
        Link("torch", True, "2.13.0"),
        Link("pyannote", False, "torch_audiomentations is missing", "Install it"),
        Link("microphone", False, "none found", "Plug one in"),
    )
    lines = _text_report(Check((), links, frozenset({"torch", "pyannote"}), True), None).splitlines()
    assert lines[2:7] == [
        "torch       ok  2.13.0",
        "pyannote    NO  torch_audiomentations is missing",
        "                Install it",
        "microphone  no  none found (not needed for what is chosen)",
        "                Plug one in",
    ]
    assert lines[-1] == "What is chosen does not work as it should: see above."


def test_what_an_engine_stands_in_for_is_told() -> None:
    status = EngineStatus(
        "embedding",
        "WeSpeaker",
        "cpu",
        True,
        "CC",
        "the authors",
        passed_over=(PassedOver("WeSpeaker checkpoint", "there is no card", "Get one"),),
    )
    assert "\n  instead   of WeSpeaker checkpoint: there is no card\n            Get one\n" in _text(status)


def test_the_last_job_s_counts_are_told() -> None:
    report = EmbeddingReport((SourceCount("onnx", "cpu", 9),), (Fallback("remote", "gpu: timed out", 2),), 0, 3)
    text = _text_report(Check((), (), frozenset(), False), report)
    assert "last job: 9 segments by WeSpeaker on onnxruntime on cpu; 3 too short to be told\n" in text
    assert "  warning   2 of 9 segments were not told apart by the remote diarizer: gpu: timed out." in text
