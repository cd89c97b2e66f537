"""Projects as a person meets them in a terminal: made of a recording, given other speakers, written to files."""

import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import diarist
from dialogue import wrong_words

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.edits import Regroup
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.sound import find_sound
from desktop_app.core.transcript.values import Transcript

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copyfile(sample_recording(), tmp_path / "talk.wav")
    return tmp_path


def transcribed(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return diarist("transcribe", "talk.wav", "--format", "diarist,txt", *arguments, cwd=folder)


def text_of(project: ProjectFile) -> Transcript:
    assert project.text is not None
    return project.text.transcript


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name.startswith((".", "talk")))


def test_a_recording_becomes_a_project_that_is_renewed_until_a_person_works_in_it(folder: Path) -> None:
    made = transcribed(folder)
    assert (made.returncode, made.stderr) == (0, "Written to .: talk.diarist, talk.txt\n")
    project = folder / "talk.diarist"
    with open_project(project, read_only=True) as read:
        assert wrong_words(" ".join(turn.text for turn in text_of(read).turns)) < 0.2
        assert len(text_of(read).speakers) == 2
        assert read.voices
        assert read.facts.sound is not None
        assert find_sound(project, read.facts.sound) == folder / "talk.wav"

    skipped = transcribed(folder, "--skip-done")
    assert (skipped.returncode, skipped.stdout) == (0, "")
    assert skipped.stderr == "talk.wav: done already: talk.diarist, talk.txt\n"
    project.with_suffix(".txt").unlink()
    assert transcribed(folder).returncode == 0
    assert names_in(folder) == ["talk.diarist", "talk.txt", "talk.wav"]

    with open_project(project) as changed:
        changed.write_snapshot()
    again = transcribed(folder)
    assert again.returncode == 0
    assert f"{project.name} is there already" in again.stderr
    assert names_in(folder) == ["talk (2).diarist", "talk (2).txt", "talk.diarist", "talk.txt", "talk.wav"]


def test_a_project_takes_other_speakers_and_is_written_to_files(folder: Path) -> None:
    assert diarist("transcribe", "talk.wav", "--format", "diarist", cwd=folder).returncode == 0
    shutil.rmtree(folder / "home" / ".cache")  # the voices are in the project
    project = folder / "talk.diarist"
    with open_project(project):
        refused = diarist("recluster", "talk.diarist", "--speakers", "1", cwd=folder)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"diarist: {project} can only be read now: ")

    changed = diarist("recluster", "talk.diarist", "--speakers", "1", cwd=folder)
    assert changed.returncode == 0
    assert changed.stdout.startswith("Speaker 1 ")
    assert len(changed.stdout.splitlines()) == 1
    with open_project(project, read_only=True) as read:
        assert read.text is not None
        assert [type(edit) for edit in read.text.history.done] == [Regroup]
        assert len(text_of(read).speakers) == 1

    assert diarist("export", "talk.diarist", "--format", "srt,txt", cwd=folder).returncode == 0
    assert "Speaker 2" not in (folder / "talk.txt").read_text(encoding="utf-8")
    assert names_in(folder) == ["talk.diarist", "talk.srt", "talk.txt", "talk.wav"]

    refused = diarist("transcribe", "talk.diarist", cwd=folder)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("diarist: talk.diarist: it is a project, not a recording: ")
