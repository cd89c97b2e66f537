"""A doubt about the language, while the job runs: it can be stopped, or let go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.transcript.language_note import LanguageNote

SENTENCE = "This sounds like Finnish; Moonshine knows English."


@pytest.fixture
def note(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> LanguageNote:
    """Of the first of two recordings, at work and in view."""
    window.opening.open(recordings[:2])
    service.work(1)
    service.doubt(1, SENTENCE)
    note = window.centre.view.language_note
    qtbot.waitUntil(note.isVisible)
    return note


def test_it_says_why_before_there_are_words_and_afterwards(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, note: LanguageNote
) -> None:
    assert note.sentence.text() == SENTENCE
    assert not window.centre.view.is_reading()
    service.send(1, turn("the first thing that is"), speakers=(ANNA,))
    qtbot.waitUntil(window.centre.view.is_reading)
    assert note.isVisible()


def test_stop_ends_the_job_and_what_was_ready_is_kept(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, note: LanguageNote
) -> None:
    service.send(1, turn("the first thing that is"), speakers=(ANNA,))
    qtbot.waitUntil(window.centre.view.is_reading)
    note.stop.setFocus()
    qtbot.keyClick(note.stop, Qt.Key.Key_Space)
    assert service.cancel_asked == [1]
    qtbot.waitUntil(note.isHidden)
    first = window.session.recordings[0]
    assert first.state is State.CANCELLED
    assert first.document.has_words()


def test_go_on_lets_it_work_and_says_no_more(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, note: LanguageNote
) -> None:
    note.go_on.setFocus()
    qtbot.keyClick(note.go_on, Qt.Key.Key_Space)
    assert note.isHidden()
    assert service.cancel_asked == []
    assert window.session.recordings[0].state is State.WORKING
    service.work(1, 0.9)
    qtbot.wait(50)
    assert note.isHidden()


def test_it_belongs_to_its_recording_and_ends_with_the_job(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, note: LanguageNote
) -> None:
    first, second = window.session.recordings
    window.recordings.choose(second)
    assert note.isHidden()
    window.recordings.choose(first)
    assert note.isVisible()
    service.finish(1, transcript(turn("the first thing that is")))
    qtbot.waitUntil(note.isHidden)
    assert first.state is State.DONE


def test_a_job_that_is_over_is_not_doubted(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    service.work(1)
    service.finish(1, transcript(turn("we sailed")))
    service.doubt(1, SENTENCE)
    qtbot.wait(50)
    assert window.centre.view.language_note.isHidden()
