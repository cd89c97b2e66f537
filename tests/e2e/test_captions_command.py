"""`diarist captions` as a person, and a program, meets it: it hears what is played to a virtual microphone."""

import json
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import soundfile
from command_line import TIMEOUT_S, command, environment
from dialogue import wrong_words
from virtual_microphone import VirtualMicrophone, microphone

from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.capture.recovery import unfinished
from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import find_sound
from desktop_app.core.project.summary import read_summary
from desktop_app.core.project.values import WorkState

__all__ = ["microphone"]

Event = Mapping[str, Any]


@contextmanager
def captioning(
    folder: Path, microphone: VirtualMicrophone, *arguments: str | Path
) -> Iterator["subprocess.Popen[str]"]:
    """The command, under way; killed if it has not ended at the end."""
    process = subprocess.Popen(
        command("captions", *arguments),
        cwd=folder,
        env=environment(folder / "home") | microphone.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def ran(folder: Path, microphone: VirtualMicrophone, *arguments: str | Path) -> tuple[int, str, str]:
    """How the command ended by itself, and what it said."""
    with captioning(folder, microphone, *arguments) as process:
        said, complained = process.communicate(timeout=TIMEOUT_S)
        return process.returncode, said, complained


def until(process: "subprocess.Popen[str]", kind: str) -> list[Event]:
    """The events up to the first of a kind."""
    events: list[Event] = []
    assert process.stdout
    for line in process.stdout:
        events.append(json.loads(line))
        if events[-1]["type"] == kind:
            return events
    raise AssertionError(process.stderr.read() if process.stderr else "")


@pytest.mark.slow
def test_a_dialogue_that_is_played_has_its_words_two_speakers_and_a_recording(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    with captioning(tmp_path, microphone, "--json", "--wav-out", "talk.wav") as process:
        events = until(process, "lag")
        microphone.play(sample_recording().with_name("endgame_nagg_nell.wav"))
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == 0
    started, recorded, kept = complained.splitlines()
    assert " It goes to talk.wav when it ends; until then it lies in " in started
    assert recorded.endswith(" to talk.wav")
    assert kept.startswith("Its project is ")
    events += [json.loads(line) for line in said.splitlines()]
    text = " ".join(event["text"] for event in events if event["type"] == "final")
    assert wrong_words(text) < 0.2, text
    settled = {event["turn"]: event["speaker"] for event in events if event["type"] in {"final", "revision"}}
    assert set(settled.values()) == {"S1", "S2"}
    assert {event["turn"] for event in events if event["type"] == "partial"} <= settled.keys()
    assert {"started", "level", "lag", "speaker", "partial", "final", "revision"} < {event["type"] for event in events}
    assert_recorded(events, tmp_path)
    assert_in_a_project(events, tmp_path)


def assert_recorded(events: list[Event], folder: Path) -> None:
    recorded = events[-2]
    assert (recorded["type"], recorded["file"], recorded["lost_samples"]) == ("recorded", "talk.wav", 0)
    assert soundfile.info(folder / "talk.wav").duration * 1000 == pytest.approx(recorded["duration_ms"], abs=2)
    assert recorded["duration_ms"] > 28_000
    assert not list((folder / "home").glob("**/*.wav"))
    captions = [event for event in events if event["type"] in {"partial", "final", "revision", "speaker"}]
    assert all(before["at_ms"] <= after["at_ms"] for before, after in pairwise(captions))


def assert_in_a_project(events: list[Event], folder: Path) -> None:
    """The captions are its draft, and a window that starts finds nothing else that it would take in."""
    assert events[-1]["type"] == "project"
    path = Path(events[-1]["file"])
    assert (path.name, path.parent.name) == ("talk.diarist", "Diarist")
    assert [each.name for each in path.parent.iterdir()] == ["talk.diarist"]
    with open_project(path) as project:
        facts, text = project.facts, project.text
        assert facts.sound is not None
        assert text is not None
        assert (facts.recording.recorded_here, facts.work.state) == (True, WorkState.DRAFT)
        assert find_sound(path, facts.sound) == folder / "talk.wav"
        assert text.is_draft
        assert wrong_words(" ".join(turn.text for turn in text.transcript.turns)) < 0.2
        assert {turn.speaker for turn in text.transcript.spoken_turns()} == {"S1", "S2"}


def test_without_a_file_it_is_kept_among_the_recordings_and_its_place_told(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    status, said, complained = ran(tmp_path, microphone, "--seconds", "1")
    assert (status, said) == (0, "")
    first, last, kept = complained.splitlines()
    (file,) = (tmp_path / "home").glob("**/Diarist/*/*.wav")
    assert first.startswith("Recording ")
    assert first.endswith(f" It goes to {file.parent}. Ctrl+C stops.")
    assert last.startswith("Recorded 00:0")
    assert last.endswith(f" to {file}")
    project = file.parent.with_name(f"{file.parent.name}.diarist")
    assert kept == f"Its project is {project}"
    summary = read_summary(project)
    assert (summary.sound, summary.name, summary.state) == (file, file.stem, WorkState.DRAFT)
    assert unfinished(project.parent) == ()


def test_where_no_project_can_be_made_the_next_start_finds_the_recording(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    settings = tmp_path / "home" / ".config" / "diarist" / "settings.toml"
    settings.parent.mkdir(parents=True)
    (tmp_path / "file").touch()
    settings.write_text(f'[library]\nfolder = "{tmp_path / "file" / "projects"}"\n')
    status, _, complained = ran(tmp_path, microphone, "--seconds", "1", "--wav-out", "talk.wav")
    assert status == 1
    assert "diarist: there is no project of the recording: " in complained
    assert complained.endswith(" The window makes one when it starts.\n")
    (recordings,) = (tmp_path / "home").glob("**/Diarist")
    (found,) = unfinished(recordings)
    assert found.whole
    assert first_draft(found.folder).exists()
    assert (tmp_path / "talk.wav").exists()


def test_an_input_is_chosen_by_a_part_of_its_name(tmp_path: Path, microphone: VirtualMicrophone) -> None:
    module = microphone.add_microphone("desk", "Tischmikrofon")
    try:
        status, _, complained = ran(tmp_path, microphone, "--seconds", "1", "--device", "tisch")
    finally:
        microphone.unplug(module)
    assert status == 0
    assert complained.startswith("Recording Tischmikrofon. ")


def test_an_unknown_input_is_wrong_usage_and_the_known_ones_are_named(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    status, said, complained = ran(tmp_path, microphone, "--device", "Grammophon")
    assert (status, said) == (2, "")
    assert "--device Grammophon: there is no such input; there are: '" in complained
    assert not list((tmp_path / "home").glob("**/Diarist"))


def test_a_channel_that_is_not_there_is_wrong_usage(tmp_path: Path, microphone: VirtualMicrophone) -> None:
    module = microphone.add_microphone("lectern", "Pult")
    try:
        status, _, complained = ran(tmp_path, microphone, "--device", "Pult", "--channel", "7")
    finally:
        microphone.unplug(module)
    assert status == 2
    assert "'Pult' has no channel 7: it has " in complained


def test_where_a_recording_cannot_go_is_said_before_it_begins(tmp_path: Path, microphone: VirtualMicrophone) -> None:
    (tmp_path / "talk.wav").mkdir()
    status, _, complained = ran(tmp_path, microphone, "--wav-out", "talk.wav")
    assert status == 2
    assert "talk.wav is a folder: name a file in it" in complained
    status, _, complained = ran(tmp_path, microphone, "--wav-out", "nowhere/talk.wav")
    assert status == 2
    assert "nowhere is no folder" in complained
