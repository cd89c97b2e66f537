from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.cli import main
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import SoundState, look_for_sound
from desktop_app.core.transcript.edits import History, RenameSpeaker

SRT = "1\n00:00:01,000 --> 00:00:02,000\nAnna: Hello.\n\n2\n00:00:03,000 --> 00:00:04,000\nBen: Yes.\n"


@pytest.fixture
def subtitles(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT)
    return path


def sound(path: Path, seconds: float = 5.0) -> Path:
    soundfile.write(path, np.zeros(int(16_000 * seconds), np.float32), 16_000)
    return path


def test_a_project_is_made_and_can_be_corrected(subtitles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = sound(subtitles.with_name("talk.wav"))
    assert main(["import", str(subtitles)]) == 0
    assert capsys.readouterr().out == "2 turns of 2 speakers\n"
    with open_project(subtitles.with_name("talk.diarist")) as project:
        assert project.text is not None
        assert project.facts.sound is not None
        talk = project.text.transcript
        assert [turn.text for turn in talk.turns] == ["Hello.", "Yes."]
        assert talk.audio.file == str(recording)
        assert talk.audio.duration_ms == 5000
        assert talk.audio.sha256
        assert look_for_sound(project.path, project.facts.sound).state is SoundState.THERE
        project.record_history(*History().do(RenameSpeaker("S1", "Anna", "Anna Berg"), talk))
    with open_project(subtitles.with_name("talk.diarist"), read_only=True) as project:
        assert project.text is not None
        assert project.text.transcript.speakers[0].name == "Anna Berg"


def test_the_recording_and_the_project_can_be_named(subtitles: Path) -> None:
    recording, out = sound(subtitles.with_name("rec 01.wav")), subtitles.with_name("made.diarist")
    assert main(["import", str(subtitles), "--sound", str(recording), "--out", str(out)]) == 0
    with open_project(out, read_only=True) as project:
        assert project.text is not None
        assert project.text.transcript.audio.file == str(recording)


def test_without_a_recording_there_is_a_project_whose_sound_can_be_found_later(
    subtitles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(subtitles)]) == 0
    assert "no recording was found: --sound names it" in capsys.readouterr().err
    with open_project(subtitles.with_name("talk.diarist"), read_only=True) as project:
        assert project.facts.sound is not None
        assert look_for_sound(project.path, project.facts.sound).state is SoundState.MISSING
        assert project.text is not None
        assert project.text.transcript.audio.duration_ms == 4000


def test_times_past_the_end_of_the_sound_are_told(subtitles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound(subtitles.with_name("talk.wav"), seconds=1.0)
    assert main(["import", str(subtitles)]) == 0
    assert "The text goes on to 00:04, past the sound's end at 00:01" in capsys.readouterr().err


def test_a_file_that_is_there_is_not_replaced(subtitles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = subtitles.with_name("talk.diarist")
    other.write_text("somebody's")
    assert main(["import", str(subtitles)]) == 0
    assert other.read_text() == "somebody's"
    assert "talk (2).diarist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["gone.srt"], "gone.srt cannot be opened: No such file"),
        (["talk.srt", "--format", "vtt"], ""),
        (["talk.srt", "--format", "rttm"], "talk.srt cannot be opened: line 1: “1” begins no line of RTTM"),
        (["talk.srt", "--sound", "gone.wav"], "gone.wav"),
    ],
)
def test_what_cannot_be_imported_is_told(
    subtitles: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    why: str,
) -> None:
    monkeypatch.chdir(subtitles.parent)
    assert main(["import", *arguments]) == bool(why)
    assert why in capsys.readouterr().err


def test_wrong_usage_is_told(subtitles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--format", "pages"], ["--out", "talk.txt"]):
        assert main(["import", str(subtitles), *arguments]) == 2
    assert "no format 'pages' can be imported: there are srt" in capsys.readouterr().err
