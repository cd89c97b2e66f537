"""One recording in the middle of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions, Stage
from desktop_app.jobs.messages import Failed, Progress
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action
from desktop_app.ui.transcript.transcript_view import TranscriptView


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    return Recording(tmp_path / "A long day at the harbour.wav", JobOptions())


@pytest.fixture
def view(qtbot: QtBot, recording: Recording) -> TranscriptView:
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_recording(recording)
    return made


def shown_buttons(view: TranscriptView) -> list[Action]:
    strip = view.strip if view.is_reading() else view.page
    return [action for action, button in strip.buttons.items() if button.isVisible()]


def test_before_there_are_words_the_work_is_shown_calmly(view: TranscriptView, recording: Recording) -> None:
    recording.enter(State.WORKING)
    recording.move_on(Progress(Stage.SEGMENTATION, 0.5, 0.25, 120))
    assert not view.is_reading()
    assert view.page.name.text() == "A long day at the harbour"
    assert view.page.title.text() == "Finding speech"
    assert view.page.text.text().endswith("2 min left")
    assert view.page.bar.value() == 250
    assert shown_buttons(view) == [Action.CANCEL]


def test_words_show_while_the_rest_is_worked_on(qtbot: QtBot, view: TranscriptView, recording: Recording) -> None:
    recording.enter(State.WORKING)
    recording.move_on(Progress(Stage.TRANSCRIPTION, 0.5, 0.62, 60))
    recording.document.add_turns((turn("hello"),), (ANNA,))
    assert view.is_reading()
    assert view.strip.isVisible()
    assert view.strip.line.text().startswith("Writing down the words")
    assert shown_buttons(view) == [Action.CANCEL]
    qtbot.waitUntil(lambda: view.text.toPlainText() == "hello")


def test_a_finished_transcript_has_a_header_and_no_strip(view: TranscriptView, recording: Recording) -> None:
    recording.document.finish(transcript(turn("hello"), turn("yes", 61_000, BEN)))
    recording.enter(State.DONE)
    assert view.is_reading()
    assert not view.strip.isVisible()
    assert view.header.title.text() == "A long day at the harbour"
    length, _made_at, engine, speakers = view.header.line.text().split(" · ")
    assert (length, engine, speakers) == ("01:01", "Moonshine tiny (English)", "2 speakers")


def test_a_recording_without_speech_says_so(view: TranscriptView, recording: Recording) -> None:
    recording.document.finish(transcript())
    recording.enter(State.DONE)
    assert not view.is_reading()
    assert view.page.title.text() == "No speech found"


def test_a_failure_says_what_happened_and_what_to_do(qtbot: QtBot, view: TranscriptView, recording: Recording) -> None:
    recording.enter(State.FAILED, failure=Failed("talk.mp4 has no sound.", "Choose another file."))
    assert view.page.title.text() == "talk.mp4 has no sound."
    assert view.page.text.text() == "Choose another file."
    assert shown_buttons(view) == [Action.RETRY, Action.OPEN, Action.REMOVE]
    with qtbot.waitSignal(view.acted) as acted:
        qtbot.mouseClick(view.page.buttons[Action.RETRY], Qt.MouseButton.LeftButton)
    assert acted.args == [recording, Action.RETRY]


def test_a_failure_after_some_words_keeps_them(view: TranscriptView, recording: Recording) -> None:
    recording.document.add_turns((turn("hello"),), (ANNA,))
    recording.enter(State.FAILED, failure=Failed("The engine stopped.", "Try again."))
    assert view.is_reading()
    assert view.strip.line.text() == "The engine stopped. Try again."
    assert shown_buttons(view) == [Action.RETRY]


def test_a_cancelled_recording_keeps_its_words(view: TranscriptView, recording: Recording) -> None:
    recording.document.add_turns((turn("hello"),), (ANNA,))
    recording.enter(State.CANCELLED)
    assert view.is_reading()
    assert view.strip.line.text() == "Cancelled. This is what was ready."


def test_the_button_can_be_reached_and_pressed_with_the_keyboard(
    qtbot: QtBot, view: TranscriptView, recording: Recording
) -> None:
    recording.enter(State.WORKING)
    view.take_focus()
    assert view.page.buttons[Action.CANCEL].hasFocus()
    with qtbot.waitSignal(view.acted) as acted:
        qtbot.keyClick(view.page.buttons[Action.CANCEL], Qt.Key.Key_Space)
    assert acted.args == [recording, Action.CANCEL]


def test_the_header_stands_in_line_with_the_text(qtbot: QtBot, view: TranscriptView, recording: Recording) -> None:
    recording.document.finish(transcript(turn("hello")))
    recording.enter(State.DONE)
    view.resize(1800, 600)
    left = view.text.turn_layout.columns.page_left
    assert left > 40
    qtbot.waitUntil(lambda: view.header.title.mapTo(view, view.header.title.rect().topLeft()).x() == left)


def test_another_recording_is_not_touched_by_the_one_before(
    view: TranscriptView, recording: Recording, tmp_path: Path
) -> None:
    other = Recording(tmp_path / "other.wav", JobOptions())
    view.show_recording(other)
    recording.document.add_turns((turn("hello"),), (ANNA,))
    recording.enter(State.DONE)
    assert not view.is_reading()
    assert view.page.name.text() == "other"
