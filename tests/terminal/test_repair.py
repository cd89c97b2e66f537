from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.backups import back_up
from desktop_app.core.project.machine import MachineTranscript
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.values import Facts, Recording
from desktop_app.core.transcript.edits import History, RenameSpeaker
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript

MADE_AT = datetime(2026, 11, 25, 14, 3, 12, tzinfo=UTC)
TALK = Transcript(AudioSource("/talk.wav", 5000), (Speaker("S1", "Speaker 1", 0),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.diarist"
    with create_project(path, Facts(Recording("talk", MADE_AT))) as project:
        project.record_transcript(MachineTranscript(TALK, JobOptions()))
        project.record_history(*History().do(RenameSpeaker("S1", "Speaker 1", "Anna"), TALK))
        project.release()
    return path


def test_what_is_lost_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(path.read_bytes().replace(b'"new":"Anna"', b'"new":"Emma"'))
    assert main(["repair", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{path}: talk (repaired).diarist beside it is made of what can be read of it",
        "  lost: the last 1 of 1 changes to the text",
    ]
    open_project(path.with_name("talk (repaired).diarist")).close()


def test_what_is_made_of_a_backup_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_project(path) as project:
        back_up(project.image, path, MADE_AT)
    path.write_bytes(b"")
    assert main(["repair", str(path)]) == 0
    assert f"made of the backup of {MADE_AT.astimezone():%Y-%m-%d %H:%M}" in capsys.readouterr().out


def test_a_project_that_is_whole_is_left_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: nothing is wrong with it\n"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_repaired_is_said_and_the_others_are_done(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = path.with_name("notes.diarist")
    other.write_text("no project")
    assert main(["repair", str(other), str(path)]) == 1
    printed = capsys.readouterr()
    assert "nothing is wrong" in printed.out
    assert printed.err.startswith(f"diarist: {other} is not a Diarist project")
