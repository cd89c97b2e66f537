"""Transcript files that are opened."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.core.export.formats import json_format
from desktop_app.core.project.opening import open_project
from desktop_app.core.project.sound import SoundState
from desktop_app.ui.state.playable import playable, why_silent
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session


def test_a_transcript_file_is_shown_without_any_job(
    qtbot: QtBot, session: Session, service: ScriptedService, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(json_format.render(transcript(turn("hello", 0, ANNA))), encoding="utf-8")
    one = session.open([path])
    assert one is not None
    assert one.state is State.OPENING
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert one.document.transcript == transcript(turn("hello", 0, ANNA))
    assert service.submitted == []
    assert not session.keeper.has(one)


def test_a_transcript_file_becomes_a_project_when_something_is_changed(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(json_format.render(transcript(turn("hello"))), encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    one.document.rename(ANNA.id, "Anna")
    qtbot.waitUntil(lambda: one.project is not None and one.saved)
    with open_project(one.project, read_only=True) as project:
        assert project.text is not None
        assert project.text.base.transcript == transcript(turn("hello"))
        assert project.text.transcript.speaker(ANNA.id).name == "Anna"
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == "talk.wav"


@pytest.mark.parametrize("content", ["not json", "{}", None], ids=["text", "other json", "missing"])
def test_a_file_that_is_no_transcript_says_why(
    qtbot: QtBot, session: Session, tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "strange.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason.startswith("It cannot be opened: ")
    assert "Traceback" not in one.failure.reason


def test_subtitles_are_shown_with_the_recording_beside_them(
    qtbot: QtBot, session: Session, service: ScriptedService, tmp_path: Path
) -> None:
    sound = tmp_path / "talk.wav"
    soundfile.write(sound, np.zeros(32_000, np.float32), 16_000)
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,500\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert [turn.text for turn in one.document.transcript.turns] == ["Hello."]
    assert service.submitted == []
    assert (one.sound, one.sound_state, why_silent(one)) == (sound, SoundState.THERE, "")
    one.document.rename("S1", "Anna Berg")
    qtbot.waitUntil(lambda: one.project is not None and one.saved)
    with open_project(one.project, read_only=True) as project:
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == str(sound)


def test_which_recording_subtitles_want_is_said(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,500\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert why_silent(one) == "No recording “talk” was found. Everything but hearing it works."
    assert playable(one) is None
    one.take_sound(tmp_path / "found.wav")
    assert (one.sound, why_silent(one)) == (tmp_path / "found.wav", "")


def test_what_is_wrong_in_subtitles_is_said_with_its_line(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:00,500 --> soon\nAnna: Hello.\n", encoding="utf-8")
    one = session.open([path])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason == "It cannot be opened: line 2: “00:00:00,500 --> soon” are no times of a cue."
