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

from desktop_app.core.models.packaged_models import sample_recording

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
    started, recorded = complained.splitlines()
    assert " It goes to talk.wav when it ends; until then it lies in " in started
    assert recorded.endswith(" to talk.wav")
    events += [json.loads(line) for line in said.splitlines()]
    text = " ".join(event["text"] for event in events if event["type"] == "final")
    assert wrong_words(text) < 0.2, text
    settled = {event["turn"]: event["speaker"] for event in events if event["type"] in {"final", "revision"}}
    assert set(settled.values()) == {"S1", "S2"}
    assert {event["turn"] for event in events if event["type"] == "partial"} <= settled.keys()
    assert {"started", "level", "lag", "speaker", "partial", "final", "revision"} < {event["type"] for event in events}
    assert_recorded(events, tmp_path)


def assert_recorded(events: list[Event], folder: Path) -> None:
    recorded = events[-1]
    assert (recorded["type"], recorded["file"], recorded["lost_samples"]) == ("recorded", "talk.wav", 0)
    assert soundfile.info(folder / "talk.wav").duration * 1000 == pytest.approx(recorded["duration_ms"], abs=2)
    assert recorded["duration_ms"] > 28_000
    assert not list((folder / "home").glob("**/*.wav"))
    captions = [event for event in events if event["type"] in {"partial", "final", "revision", "speaker"}]
    assert all(before["at_ms"] <= after["at_ms"] for before, after in pairwise(captions))


def test_without_a_file_it_is_kept_among_the_recordings_and_its_place_told(
    tmp_path: Path, microphone: VirtualMicrophone
) -> None:
    status, said, complained = ran(tmp_path, microphone, "--seconds", "1")
    assert (status, said) == (0, "")
    first, last = complained.splitlines()
    (file,) = (tmp_path / "home").glob("**/Diarist/*/*.wav")
    assert first.startswith("Recording ")
    assert first.endswith(f" It goes to {file.parent}. Ctrl+C stops.")
    assert last.startswith("Recorded 00:0")
    assert last.endswith(f" to {file}")


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
