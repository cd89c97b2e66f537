"""`diarist export`: what a project or a JSON transcript holds, in files for other programs."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.core.export.formats import json_format
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.transcript.edits import RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Span, Speaker, Transcript, Turn, Word

FACTS = Facts(Recording("talk", datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC)))
TALK = Transcript(
    AudioSource("/sounds/talk.wav", 5000, sha256="a" * 64),
    (Speaker("S1", "Speaker 1", 0),),
    (Turn("S1", 0, 900, (Word("Hello.", 0, 900),), (Span(0, 900),)),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.diarist"
    with create_project(path, FACTS) as project:
        project.record_transcript(MachineTranscript(TALK, JobOptions()))
    return path


def rename(path: Path, name: str) -> None:
    with open_project(path) as project:
        assert project.text is not None
        edit = RenameSpeaker("S1", "Speaker 1", name)
        project.record_history(*project.text.history.do(edit, project.text.transcript))


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_the_text_is_written_as_it_is_now_beside_the_project(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename(path, "Anna")
    assert main(["export", str(path), "--format", "txt,srt"]) == 0
    assert "Anna: Hello." in path.with_suffix(".txt").read_text(encoding="utf-8")
    assert names_in(path.parent) == ["talk.diarist", "talk.srt", "talk.txt"]
    assert capsys.readouterr().err == f"Written to {path.parent}: talk.txt, talk.srt\n"


def test_files_of_others_stay_and_names_are_not_lost_by_a_second_run(path: Path) -> None:
    path.with_suffix(".srt").write_text("mine")
    rename(path, "Anna")
    for _ in range(2):
        assert main(["export", str(path), "--format", "srt"]) == 0
    assert names_in(path.parent) == ["talk (2).srt", "talk.diarist", "talk.srt"]
    assert path.with_suffix(".srt").read_text() == "mine"


def test_an_open_project_is_written_too(path: Path, tmp_path: Path) -> None:
    with open_project(path):
        assert main(["export", str(path), "--out", str(tmp_path / "texts")]) == 0
    assert names_in(tmp_path / "texts") == [f"talk.{ending}" for ending in ("json", "rttm", "srt", "txt", "vtt")]


def test_json_becomes_a_project(tmp_path: Path) -> None:
    named = replace(TALK, speakers=(Speaker("S1", "Anna", 0),))
    (tmp_path / "talk.json").write_text(json_format.render(named), encoding="utf-8")
    assert main(["export", str(tmp_path / "talk.json"), "--format", "diarist,json"]) == 0
    assert names_in(tmp_path) == ["talk.diarist", "talk.json"]
    with open_project(tmp_path / "talk.diarist") as project:
        assert project.text is not None
        assert project.text.transcript == named


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.diarist", None, "cannot be opened: it is not there"),
        ("notes.diarist", "no project", "cannot be opened: it is not a Diarist project"),
        ("notes.json", "{}", "cannot be opened: it is the JSON of no program that is known"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_are_done(
    path: Path, name: str, content: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = path.with_name(name)
    if content is not None:
        other.write_text(content)
    assert main(["export", str(other), str(path), "--format", "txt"]) == 1
    assert f"diarist: {other} {said}" in capsys.readouterr().err
    assert path.with_suffix(".txt").exists()


def test_a_project_without_a_text_or_asked_for_its_own_format_says_so(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create_project(tmp_path / "new.diarist", FACTS).close()
    assert main(["export", str(tmp_path / "new.diarist")]) == 1
    assert "it holds no transcript yet" in capsys.readouterr().err
    assert main(["export", str(path), "--format", "diarist"]) == 1
    assert "it is in that format already" in capsys.readouterr().err
    assert names_in(tmp_path) == ["new.diarist", "talk.diarist"]


def test_what_is_lost_of_a_damaged_project_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename(path, "Anna")
    path.write_bytes(path.read_bytes().replace(b'"new":"Anna"', b'"new":"Emma"'))
    assert main(["export", str(path), "--format", "txt"]) == 0
    assert f"{path}: damaged, and this is lost: " in capsys.readouterr().err


def test_options_of_a_format_and_what_goes_out_are_asked_for(path: Path) -> None:
    asked = ["--format", "txt", "--option", "txt.title=false", "--offset-ms", "61000"]
    assert main(["export", str(path), *asked]) == 0
    assert path.with_suffix(".txt").read_text() == "[01:01] Speaker 1: Hello.\n"


def test_a_preset_brings_its_formats(path: Path) -> None:
    assert main(["export", str(path), "--preset", "subtitles for the web"]) == 0
    assert names_in(path.parent) == ["talk.diarist", "talk.srt", "talk.vtt"]


@pytest.mark.parametrize("asked", [["--option", "txt.colour=red"], ["--preset", "paper"], ["--only", "Carla"]])
def test_what_is_not_there_is_said_and_nothing_is_written(
    path: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    assert main(["export", str(path), "--format", "txt", *asked]) != 0
    assert capsys.readouterr().err.startswith("diarist: ")
    assert names_in(path.parent) == ["talk.diarist"]


def test_the_options_there_are_can_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list-options"]) == 0
    assert "srt.line_chars=42" in capsys.readouterr().out


def test_names_get_pseudonyms_from_a_table_and_those_left_are_told(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "names.csv"
    table.write_text("Speaker 1,P01\nHell,P02\n")
    assert main(["export", str(path), "--format", "txt", "--pseudonym-table", str(table)]) == 0
    assert "P01: Hello." in path.with_suffix(".txt").read_text()
    assert "These names can still be read: Hell (in hello.)" in capsys.readouterr().err
