"""What is chosen for recordings that are transcribed from now on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings_file import change_settings
from desktop_app.ui.frame.main_window import MainWindow


def test_the_number_of_speakers_is_the_same_everywhere(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    count = window.centre.empty.speaker_count
    count.setFocus()
    for _ in range(2):
        qtbot.keyClick(count, Qt.Key.Key_Down)
    window.opening.open(recordings[:1])
    assert service.submitted[0][1] == JobOptions(2, 2)
    assert window.recordings.speaker_count.options == JobOptions(2, 2)


def test_one_speaker_in_each_channel_can_be_asked_for_and_taken_back(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    count = window.centre.empty.speaker_count
    count.setFocus()
    qtbot.keyClick(count, Qt.Key.Key_End)
    assert count.currentText() == "One in each channel"
    window.opening.open(recordings[:1])
    assert service.submitted[0][1] == JobOptions(per_channel=True)
    assert window.recordings.speaker_count.currentText() == "One in each channel"
    window.recordings.speaker_count.setFocus()
    qtbot.keyClick(window.recordings.speaker_count, Qt.Key.Key_Home)
    window.opening.open(recordings[1:2])
    assert service.submitted[1][1] == JobOptions()


def test_the_language_is_the_same_everywhere_and_goes_with_the_job_beside_the_number_of_speakers(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    language, count = window.centre.empty.language, window.centre.empty.speaker_count
    assert language.currentText() == "Automatic"
    language.setFocus()
    qtbot.keyClicks(language, "Germ")
    assert language.currentText() == "German"
    qtbot.keyClick(count, Qt.Key.Key_Down)
    window.opening.open(recordings[:1])
    assert service.submitted[0][1] == JobOptions(1, 1, language="de")
    assert window.recordings.language.currentText() == "German"
    window.recordings.language.setFocus()
    qtbot.keyClick(window.recordings.language, Qt.Key.Key_Home)
    window.opening.open(recordings[1:2])
    assert service.submitted[1][1] == JobOptions(1, 1)


def test_the_window_begins_with_the_language_of_the_settings_and_follows_them(
    make_window: Callable[[], MainWindow],
) -> None:
    change_settings({"asr.language": "fi"})
    window = make_window()
    assert window.session.options.language == "fi"
    assert window.centre.empty.language.currentText() == "Finnish"
    change_settings({"asr.language": "auto"})
    window.engine_views._take_up(frozenset({"asr.vocabulary"}))
    assert window.session.options.language == "fi"
    window.engine_views._take_up(frozenset({"asr.language"}))
    assert window.session.options.language == "auto"
    assert window.recordings.language.currentText() == "Automatic"
