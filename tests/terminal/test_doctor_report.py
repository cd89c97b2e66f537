import json
from collections.abc import Callable

import pytest

from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.terminal import doctor
from desktop_app.terminal.doctor import _text, print_report


@pytest.mark.slow
def test_the_report_names_every_engine_its_file_and_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(as_json=False, prepare_again=False)
    report = capsys.readouterr().out
    for expected in ("segmentation: ", "embedding: ", "asr: ", "usable", "test ", "sha256", "licence"):
        assert expected in report
    assert "NOT USABLE" not in report


@pytest.mark.slow
def test_the_report_for_programs_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(as_json=True, prepare_again=False)
    report = json.loads(capsys.readouterr().out)
    assert [engine["role"] for engine in report["engines"]] == ["segmentation", "embedding", "asr"]
    assert all(engine["usable"] and engine["self_test"] for engine in report["engines"])
    assert {file["state"] for engine in report["engines"] for file in engine["files"]} == {"ok"}
    assert {"diarist", "python", "platform"} <= report.keys()


def test_an_engine_that_is_not_usable_says_why_and_what_to_do() -> None:
    text = _text(EngineStatus("asr", "Moonshine", "cpu", False, "MIT", "Moonshine AI", (), "it is missing", "Get it"))
    assert text.startswith("asr: Moonshine on cpu: NOT USABLE\n  why       it is missing\n  do        Get it\n")


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
    assert print_report(as_json=True, prepare_again=True)
    assert asked == [True]
    printed = capsys.readouterr()
    assert printed.err == "Preparing the models (once)…\nDone.\n"
    assert json.loads(printed.out)["engines"] == []
