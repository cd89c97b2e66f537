"""A meeting in which everybody had a recorder, opened as one recording."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, menu_action, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.meeting_dialog import MeetingDialog
from desktop_app.ui.state.recording_state import State

APART = JobOptions(per_channel=True)


def dialog_of(window: MainWindow) -> MeetingDialog:
    return next(each for each in window.findChildren(MeetingDialog) if each.isVisible())


def names(dialog: MeetingDialog) -> list[str]:
    return [path.name for path in dialog.paths]


@pytest.fixture
def dialog(window: MainWindow, recordings: list[Path]) -> MeetingDialog:
    """Opened from the menu, with two recordings."""
    window.activateWindow()
    menu_action(window, "Open as one meeting…").trigger()
    chooser = window.findChild(QFileDialog)
    chooser.filesSelected.emit([str(path) for path in recordings[:2]])
    chooser.close()
    return dialog_of(window)


def test_the_recordings_are_one_job_with_a_speaker_each(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], dialog: MeetingDialog
) -> None:
    window.session.options = JobOptions(3, 3, language="de")
    assert names(dialog) == ["first.wav", "second.mp3"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    first, second, _ = recordings
    assert service.submitted == [(first, JobOptions(per_channel=True, language="de"))]
    assert service.together == [(second,)]
    assert window.recording is not None
    assert (window.recording.name, window.recording.path) == ("first + second", first)


def test_which_is_first_and_which_are_of_it_is_chosen(
    qtbot: QtBot, service: ScriptedService, recordings: list[Path], dialog: MeetingDialog
) -> None:
    dialog.add(recordings)
    assert names(dialog) == ["first.wav", "second.mp3", "third.m4a"]
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert names(dialog) == ["second.mp3", "third.m4a"]
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.first_button, Qt.Key.Key_Space)
    assert not dialog.first_button.isEnabled()
    dialog.open_button.click()
    assert service.submitted[0][0] == recordings[2]
    assert service.together == [(recordings[1],)]


def test_one_recording_is_no_meeting(qtbot: QtBot, service: ScriptedService, dialog: MeetingDialog) -> None:
    dialog.remove_button.click()
    assert not dialog.open_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert service.submitted == []


def test_those_that_were_opened_each_for_itself_become_one(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings)
    service.work(1)
    rows = window.session.recordings
    service.finish(3, transcript(turn("hello")))
    qtbot.waitUntil(lambda: rows[2].state is State.DONE)
    menu = window.recordings.make_menu(list(rows))
    next(each for each in menu.actions() if each.text() == "Open as one meeting…").trigger()
    dialog_of(window).open_button.click()
    assert service.submitted[3] == (recordings[0], APART)
    assert service.together[3] == tuple(recordings[1:])
    assert service.cancel_asked == [1, 2]
    assert [each.name for each in window.session.recordings] == ["first + second + third", "third"]


def test_the_queue_makes_one_of_what_waits(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    page = window.queueing.page
    window.actions_.queue.trigger()
    assert not page.meeting.isEnabled()
    window.opening.open(recordings[1:])
    qtbot.waitUntil(page.meeting.isEnabled)
    qtbot.keyClick(page.meeting, Qt.Key.Key_Space)
    assert not page.isVisible()
    assert names(dialog_of(window)) == ["first.wav", "second.mp3", "third.m4a"]


def test_it_is_the_same_meeting_when_it_is_tried_again_and_in_another_life(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], dialog: MeetingDialog
) -> None:
    dialog.open_button.click()
    recording = window.recording
    assert recording is not None
    service.fail(1, "second.wav: it is not of the same meeting as first.wav: nothing is heard in both.")
    qtbot.waitUntil(lambda: recording.state is State.FAILED)
    assert "second.wav" in window.centre.view.page.title.text()
    window.session.options = JobOptions(2, 2)
    window.session.retry(recording)
    assert (service.submitted[1], service.together[1]) == ((recordings[0], APART), (recordings[1],))
    service.finish(2, transcript(turn("hello")))
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    assert window.speakers.grouping.count.placeholderText() == "One in each channel"
    assert window.speakers.grouping.count.toolTip().startswith("Everybody has a channel of their own")
    assert not window.actions_.hear_turn_again.isEnabled()
    window.session.transcribing.hear_again(recording)
    assert (service.submitted[2], service.together[2]) == ((recordings[0], APART), (recordings[1],))


def test_a_recording_of_a_meeting_is_opened_for_itself_too(
    window: MainWindow, service: ScriptedService, recordings: list[Path], dialog: MeetingDialog
) -> None:
    dialog.open_button.click()
    window.opening.open(recordings[:1])
    assert service.together == [(recordings[1],), ()]
    window.opening.open(recordings[:1])
    assert len(service.submitted) == 2
    assert window.session.open_meeting(recordings[:2]) is window.session.recordings[1]
