"""Transcripts of other programs in the window: who speaks in them is found out, or what is said."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from asked import answer, is_asked, question
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.opening import open_project
from desktop_app.core.transcript.edits import RenameSpeaker
from desktop_app.core.transcript.values import EngineUse, Transcript
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.recording_troubles import lost_sound
from desktop_app.ui.state.situation import Action

SRT = "1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:03,000 --> 00:00:04,000\nYes.\n"
NAMED = SRT.replace("Hello", "Anna: Hello").replace("Yes", "Ben: Yes")
RTTM = "SPEAKER talk 1 1.0 1.0 <NA> <NA> Anna <NA> <NA>\nSPEAKER talk 1 3.0 1.0 <NA> <NA> Ben <NA> <NA>\n"
NOT_FOUND = "No recording “talk” was found. Everything but hearing it works."
FOUND = replace(
    transcript(turn("Hello there.", 1000), turn("Yes.", 3000, BEN)),
    engines=(EngineUse("segmentation", "pyannote", "cpu"),),
)
WRITTEN = replace(
    transcript(turn("good morning", 1000), turn("indeed", 3000, BEN)),
    speakers=(replace(ANNA, name="Anna"), replace(BEN, name="Ben")),
)


def sound(path: Path) -> Path:
    soundfile.write(path, np.zeros(80_000, np.float32), 16_000)
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path, text: str) -> Recording:
    path.write_text(text)
    window.opening.open([path])
    recording = window.recording
    assert recording is not None
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    window.activateWindow()
    return recording


def texts(recording: Recording) -> list[str]:
    return [each.text for each in recording.document.transcript.turns]


def test_words_that_are_all_one_s_are_given_to_whoever_says_them(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    wav = sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.srt", SRT)
    window.session.options = JobOptions(2, 2)
    note = window.missing.note
    assert note.isVisible()
    assert note.text.text() == "The file tells of one speaker only. Who speaks can be found out in the sound."
    before = recording.document.original
    note.act.setFocus()
    qtbot.keyClick(note.act, Qt.Key.Key_Space)
    assert not is_asked(window)
    assert service.submitted == [(wav, JobOptions(2, 2))]
    (given,) = service.given
    assert given is not None
    assert (given.transcript, given.missing) == (before, Missing.SPEAKERS)
    assert not note.isVisible()
    assert recording.state is State.WAITING
    assert recording.name == "talk"
    service.finish(1, FOUND, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.document.speaking() == 2
    assert recording.can_regroup
    assert not window.actions_.find_speakers.isEnabled()
    assert not note.isVisible()
    qtbot.waitUntil(lambda: recording.saved)
    with open_project(recording.project, read_only=True) as project:
        assert project.text is not None
        assert project.text.transcript.turns == FOUND.turns
        assert project.facts.sound is not None
        assert project.facts.sound.absolute == str(wav)


def test_speakers_that_a_file_names_are_forgotten_only_after_a_question(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.srt", NAMED)
    assert not window.missing.note.isVisible()
    window.actions_.find_speakers.trigger()
    assert "the speakers of the file are forgotten" in question(window).text()
    answer(window, "Keep")
    assert service.submitted == []
    assert recording.state is State.DONE
    window.actions_.find_speakers.trigger()
    answer(window, "Find the speakers")
    assert service.given[0] is not None


@pytest.mark.parametrize("fails", [True, False])
def test_a_job_that_comes_to_nothing_leaves_the_words_of_the_file(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path, fails: bool
) -> None:
    sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.srt", SRT)
    before = recording.document.transcript
    window.missing.note.act.click()
    service.work(1)
    qtbot.waitUntil(lambda: recording.state is State.WORKING)
    if fails:
        service.fail(1, "The engine stopped.", "Try again.")
    else:
        qtbot.mouseClick(window.centre.view.page.buttons[Action.CANCEL], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert recording.document.transcript == before
    assert window.missing.note.isVisible()
    assert window.banner.isVisible() is fails
    assert recording.notes.queue_choice.missing is None


def test_what_was_corrected_is_corrected_in_the_new_speakers_words(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.srt", SRT)
    recording.document.rename("S1", "Anna Berg")
    window.actions_.find_speakers.trigger()
    assert [each.speaker.name for each in service.known[0]] == ["Anna Berg"]
    service.finish(1, FOUND)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert isinstance(recording.document.history.done[-1], RenameSpeaker)
    assert recording.document.transcript.speakers[0].name == "Anna Berg"


def test_what_the_speakers_of_a_file_say_is_written_down(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    wav = sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.rttm", RTTM)
    page = window.centre.view.page
    assert page.title.text() == "Speakers without words"
    assert row_line(recording) == "00:05 · no words yet"
    page.buttons[Action.WRITE].setFocus()
    qtbot.keyClick(page.buttons[Action.WRITE], Qt.Key.Key_Space)
    (given,) = service.given
    assert given is not None
    assert given.missing is Missing.WORDS
    assert [each.name for each in given.transcript.speakers] == ["Anna", "Ben"]
    assert service.submitted[0][0] == wav
    service.send(1, turn("good morning", 1000))
    qtbot.waitUntil(window.centre.view.is_reading)
    service.finish(1, WRITTEN)
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert texts(recording) == ["good morning", "indeed"]
    assert not window.actions_.write_words.isEnabled()


def test_words_of_given_speakers_are_written_again_for_the_same_speakers(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.rttm", RTTM)
    window.actions_.write_words.trigger()
    service.finish(1, WRITTEN)
    qtbot.waitUntil(window.actions_.hear_all_again.isEnabled)
    window.actions_.hear_all_again.trigger()
    answer(window, "Transcribe again")
    given = service.given[1]
    assert given is not None
    assert (given.transcript, given.missing) == (WRITTEN, Missing.WORDS)
    service.fail(2, "The engine stopped.")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert texts(recording) == ["good morning", "indeed"]


def test_a_sound_that_was_not_found_is_asked_for_and_then_it_goes_on(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path
) -> None:
    elsewhere = sound(tmp_path / "elsewhere.wav")
    recording = opened(qtbot, window, tmp_path / "talk.rttm", RTTM)
    page = window.centre.view.page
    assert "you are asked for it" in page.text.text()
    qtbot.mouseClick(page.buttons[Action.WRITE], Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert service.submitted == []
    dialog.fileSelected.emit(str(elsewhere))
    qtbot.waitUntil(lambda: [path for path, _ in service.submitted] == [elsewhere])
    assert service.given[0] is not None
    assert recording.name == "talk"
    dialog.close()


def test_a_sound_that_was_never_there_is_not_said_to_be_gone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    recording = opened(qtbot, window, tmp_path / "talk.srt", SRT)
    assert lost_sound(recording) == NOT_FOUND
    assert NOT_FOUND in window.centre.view.warnings.sentences.text()
    assert window.centre.view.warnings.sound_button.isVisible()
    assert not window.missing.note.isVisible()


def test_the_note_once_hidden_stays_hidden_and_reading_mode_has_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    sound(tmp_path / "talk.wav")
    recording = opened(qtbot, window, tmp_path / "talk.srt", SRT)
    note = window.missing.note
    window.reading.turn(True)
    assert not note.isVisible()
    window.reading.turn(False)
    assert note.isVisible()
    note.hide_button.setFocus()
    qtbot.keyClick(note.hide_button, Qt.Key.Key_Space)
    assert not note.isVisible()
    assert window.centre.view.text.hasFocus()
    recording.changed.emit(recording)
    assert not note.isVisible()
    assert window.actions_.find_speakers.isEnabled()


def test_why_the_speakers_of_a_file_cannot_be_regrouped_is_said(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    opened(qtbot, window, tmp_path / "talk.srt", NAMED)
    assert window.speakers.grouping.count.toolTip().startswith("The speakers are those of the file.")


def test_what_was_made_here_lacks_nothing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.finish(1, made_here())
    qtbot.waitUntil(window.actions_.hear_all_again.isEnabled)
    assert not window.actions_.find_speakers.isEnabled()
    assert not window.actions_.write_words.isEnabled()
    assert not window.missing.note.isVisible()


def made_here() -> Transcript:
    return transcript(turn("hello there"))
