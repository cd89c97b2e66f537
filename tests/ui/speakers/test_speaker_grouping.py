"""The number of speakers and the slider: what they say, when they may, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, menu_action, transcript, turn

from desktop_app.core.export.formats import json_format
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.voices_cache import keep_voices
from desktop_app.core.transcript.values import Transcript
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.speakers.speaker_grouping import STEPS, SpeakerGrouping
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

ONE = transcript(turn("good morning have you seen it"), turn("I have", 4000))
TWO = transcript(turn("good morning have you seen it"), turn("I have", 4000, BEN))


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> MainWindow:
    """A finished recording with its voices in view, the keyboard in it."""
    window.opening.open(recordings[:1])
    service.finish(1, ONE, b"voices")
    qtbot.waitUntil(window.speakers.isVisible)
    window.activateWindow()
    return window


@pytest.fixture
def grouping(window: MainWindow) -> SpeakerGrouping:
    return window.speakers.grouping


def recording(window: MainWindow) -> Recording:
    assert window.recording is not None
    return window.recording


def speakers(window: MainWindow) -> list[str]:
    return [each.speaker for each in recording(window).document.transcript.turns]


def test_a_number_is_asked_for_at_once_with_the_recording_s_first_transcript_and_its_voices(
    qtbot: QtBot, grouping: SpeakerGrouping, service: ScriptedService
) -> None:
    grouping.count.setFocus()
    for _ in range(2):
        qtbot.keyClick(grouping.count, Qt.Key.Key_Down)
    _, wish = service.wishes[-1]
    assert (wish.transcript, wish.voices, wish.options) == (ONE, b"voices", JobOptions(2, 2))
    assert [each.speaker for each in wish.known] == [ANNA]


def test_the_slider_is_asked_for_once_when_it_has_settled(
    qtbot: QtBot, grouping: SpeakerGrouping, service: ScriptedService
) -> None:
    grouping.slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(grouping.slider, Qt.Key.Key_Right)
    assert service.wishes == []
    qtbot.waitUntil(lambda: len(service.wishes) == 1)
    assert service.wishes[0][1].options == JobOptions(sensitivity=(STEPS // 2 + 3) / STEPS)


def test_the_answer_gives_the_words_to_others_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    choose(window, 2)
    service.grant(TWO)
    assert speakers(window) == ["S1", "S2"]
    qtbot.waitUntil(lambda: recording(window).saved)
    qtbot.waitUntil(lambda: len(window.speakers.cards) == 2)
    qtbot.keyClick(window.centre.view.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert speakers(window) == ["S1", "S1"]
    assert window.speakers.grouping.count.currentIndex() == 0
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.centre.view.text, Qt.Key.Key_Z, modifiers)
    assert speakers(window) == ["S1", "S2"]
    assert window.speakers.grouping.count.currentIndex() == 2


def choose(window: MainWindow, number: int) -> None:
    count = window.speakers.grouping.count
    count.setCurrentIndex(number)
    count.activated.emit(number)


def test_a_name_comes_back_with_its_voice(window: MainWindow, service: ScriptedService) -> None:
    document = recording(window).document
    choose(window, 2)
    service.grant(TWO)
    document.rename(BEN.id, "Ben")
    choose(window, 1)
    service.grant(ONE)
    assert [each.name for each in document.transcript.speakers] == [ANNA.name]
    choose(window, 2)
    assert [each.speaker.name for each in service.wishes[-1][1].known] == [ANNA.name, "Ben"]
    service.grant(TWO)
    assert [each.name for each in document.transcript.speakers] == [ANNA.name, "Ben"]


def test_a_name_given_while_the_answer_is_on_its_way_is_kept(window: MainWindow, service: ScriptedService) -> None:
    choose(window, 2)
    recording(window).document.rename(ANNA.id, "Anna")
    service.grant(TWO)
    assert recording(window).document.transcript.speaker(ANNA.id).name == "Anna"


def test_one_movement_of_the_slider_is_one_edit(qtbot: QtBot, window: MainWindow, service: ScriptedService) -> None:
    grouping, document = window.speakers.grouping, recording(window).document
    grouping.slider.setSliderDown(True)
    for value, answer in ((12, TWO), (14, transcript(turn("good morning have you seen it", 0, BEN)))):
        grouping.slider.setSliderPosition(value)
        qtbot.waitUntil(lambda value=value: bool(service.wishes) and wished(service) == value / STEPS)
        service.grant(answer)
    grouping.slider.setSliderDown(False)
    document.undo()
    assert document.transcript.turns == ONE.turns
    assert not document.can_undo
    assert grouping.slider.value() == STEPS // 2


def wished(service: ScriptedService) -> float:
    return service.wishes[-1][1].options.sensitivity


def test_an_answer_that_changes_nothing_is_no_edit(window: MainWindow, service: ScriptedService) -> None:
    choose(window, 1)
    service.grant(ONE)
    document = recording(window).document
    assert not document.can_undo
    assert document.options == JobOptions(1, 1)


def test_while_a_number_is_given_the_slider_has_no_say(window: MainWindow, service: ScriptedService) -> None:
    choose(window, 2)
    slider = window.speakers.grouping.slider
    assert not slider.isEnabled()
    assert "auto" in slider.toolTip()
    choose(window, 0)
    assert slider.isEnabled()


def test_more_than_ten_can_be_asked_for(window: MainWindow, service: ScriptedService) -> None:
    choose(window, 11)
    assert service.wishes[-1][1].options == JobOptions(11, None)


def test_the_choice_is_that_of_the_recording_in_view(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    choose(window, 2)
    service.grant(TWO)
    window.session.options = JobOptions(4, 4)
    window.opening.open(recordings[1:2])
    service.work(2)
    service.send(2, turn("hello"))
    qtbot.waitUntil(window.speakers.isVisible)
    count = window.speakers.grouping.count
    assert not count.isEnabled()
    assert "finished" in count.toolTip()
    service.finish(2, ONE, b"voices")
    qtbot.waitUntil(count.isEnabled)
    assert count.options == JobOptions(4, 4)
    window.recordings.choose(window.session.recordings[1])
    assert count.options == JobOptions(2, 2)


def test_a_wish_that_has_not_settled_goes_to_the_recording_it_was_made_for(
    window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    first = recording(window)
    window.speakers.grouping.slider.setValue(STEPS)
    window.opening.open(recordings[1:2])
    assert [key for key, _ in service.wishes] == [first]


def test_a_failure_is_told_and_the_choice_goes_back(window: MainWindow, service: ScriptedService) -> None:
    choose(window, 2)
    service.refuse("The speakers cannot be changed: torn.", "Transcribe the recording again.")
    assert window.banner.isVisible()
    assert window.speakers.grouping.count.currentIndex() == 0
    assert speakers(window) == ["S1", "S1"]


def test_an_answer_for_a_recording_that_was_removed_changes_nothing(
    window: MainWindow, service: ScriptedService
) -> None:
    choose(window, 2)
    document = recording(window).document
    window.session.remove(recording(window))
    service.grant(TWO)
    assert document.transcript.turns == ONE.turns


def test_the_wheel_changes_nothing_in_passing(window: MainWindow) -> None:
    slider = window.speakers.grouping.slider
    none, update = Qt.MouseButton.NoButton, Qt.ScrollPhase.ScrollUpdate
    here = QPointF(slider.rect().center())
    at = QPointF(slider.mapToGlobal(slider.rect().center()))
    event = QWheelEvent(here, at, QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier, update, False)
    QApplication.sendEvent(slider, event)
    assert slider.value() == STEPS // 2


@pytest.mark.parametrize("kept", [True, False])
def test_a_transcript_that_is_opened_finds_its_voices_or_says_that_there_are_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kept: bool
) -> None:
    voices = keep_voices(b"voices") if kept else "0" * 64
    talk = Transcript(TWO.audio, TWO.speakers, TWO.turns, TWO.engines, TWO.language, voices)
    (tmp_path / "old.json").write_text(json_format.render(talk), encoding="utf-8")
    opened = window.opening.open([tmp_path / "old.json"])
    assert opened is not None
    qtbot.waitUntil(lambda: opened.state is State.DONE)
    count = window.speakers.grouping.count
    assert count.isEnabled() == kept
    assert ("not on this computer" in count.toolTip()) == (not kept)


def test_voices_are_kept_unless_the_menu_says_otherwise(
    window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    action = menu_action(window, "Keep voices on this computer")
    assert action.isChecked()
    action.trigger()
    window.recordings.speaker_count.chosen.emit(JobOptions(3, 3))
    window.opening.open(recordings[1:2])
    assert service.submitted[-1][1] == JobOptions(3, 3, keep_voices=False)
    assert window._settings.value("voices/keep", True, bool) is False
