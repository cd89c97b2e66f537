"""What a reader must know of how a transcript was made."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow

WARNINGS = ("12 of 140 segments were not told apart by WeSpeaker on torch: no memory.", "It is not English.")


@pytest.fixture
def window_with_warnings(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> MainWindow:
    window.opening.open(recordings[:2])
    service.finish(1, replace(transcript(turn("hello")), warnings=WARNINGS))
    service.finish(2, transcript(turn("good morning")))
    qtbot.waitUntil(window.centre.view.warnings.isVisible)
    return window


def test_every_warning_stands_above_the_text_of_its_transcript_alone(window_with_warnings: MainWindow) -> None:
    window, view = window_with_warnings, window_with_warnings.centre.view
    assert view.warnings.sentences.text().splitlines() == list(WARNINGS)
    window.recordings.choose(window.session.recordings[1])
    assert not view.warnings.isVisible()
    assert not view.header.warnings.isVisible()
    window.recordings.choose(window.session.recordings[0])
    assert view.warnings.isVisible()


def test_warnings_that_are_put_away_leave_their_number_and_come_back(
    qtbot: QtBot, window_with_warnings: MainWindow
) -> None:
    window, view = window_with_warnings, window_with_warnings.centre.view
    assert not view.header.warnings.isVisible()
    view.warnings.hide_button.setFocus()
    qtbot.keyClick(view.warnings.hide_button, Qt.Key.Key_Space)
    assert not view.warnings.isVisible()
    assert view.header.warnings.text() == "2 warnings"
    for index in (1, 0):
        window.recordings.choose(window.session.recordings[index])
    assert not view.warnings.isVisible()
    qtbot.keyClick(view.header.warnings, Qt.Key.Key_Space)
    assert view.warnings.isVisible()
    assert not view.header.warnings.isVisible()


def test_a_recording_that_is_done_again_warns_again(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    view = window.centre.view
    service.finish(1, replace(transcript(turn("hello")), warnings=WARNINGS))
    qtbot.waitUntil(view.warnings.isVisible)
    view.warnings.hide_button.click()
    (one,) = window.session.recordings
    window.session.retry(one)
    service.finish(2, replace(transcript(turn("hello")), warnings=WARNINGS[:1]))
    qtbot.waitUntil(view.warnings.isVisible)
    assert view.warnings.sentences.text() == WARNINGS[0]


def test_many_warnings_leave_room_for_the_text(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.resize(window.minimumSize())
    window.opening.open(recordings[:1])
    long = "Moonshine was used instead of Parakeet: /a/" + "very/" * 40 + "long/path has the wrong hash."
    service.finish(1, replace(transcript(turn("hello")), warnings=(long,) * 9))
    view = window.centre.view
    qtbot.waitUntil(view.warnings.isVisible)
    assert view.warnings.sentences.height() <= 120
    assert window.height() == window.minimumSize().height()
    assert view.text.isVisible()
