import json

import pytest

from desktop_app.core.pipeline.status import EngineStatus
from desktop_app.terminal.doctor import _text, print_report


@pytest.mark.slow
def test_the_report_names_every_engine_its_file_and_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(as_json=False)
    report = capsys.readouterr().out
    for expected in ("segmentation: ", "embedding: ", "asr: ", "usable", "test ", "sha256", "licence"):
        assert expected in report
    assert "NOT USABLE" not in report


@pytest.mark.slow
def test_the_report_for_programs_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_report(as_json=True)
    report = json.loads(capsys.readouterr().out)
    assert [engine["role"] for engine in report["engines"]] == ["segmentation", "embedding", "asr"]
    assert all(engine["usable"] and engine["self_test"] for engine in report["engines"])
    assert {file["state"] for engine in report["engines"] for file in engine["files"]} == {"ok"}
    assert {"diarist", "python", "platform"} <= report.keys()


def test_an_engine_that_is_not_usable_says_why_and_what_to_do() -> None:
    text = _text(EngineStatus("asr", "Moonshine", "cpu", False, "MIT", "Moonshine AI", (), "it is missing", "Get it"))
    assert text.startswith("asr: Moonshine on cpu: NOT USABLE\n  why       it is missing\n  do        Get it\n")
