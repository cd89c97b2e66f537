"""The note below a text that something here would write down better."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from scripted import ANNA as SOMEBODY
from scripted import ENGINES, HEADSET, ScriptedLive, ScriptedService, engine, final, found, transcript, turn

from desktop_app.core.models.manifest import PARAKEET, PARAKEET_ULTRA, PARAKEET_V3_ONNX, WHISPER_BASE
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.transcript.values import EngineUse
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording_facts import facts_of
from desktop_app.ui.transcript.offer_note import OfferNote

TOLD = "Parakeet Ultra would get more of these words right."


def tell_of(service: ScriptedService, spec: ModelSpec = PARAKEET_ULTRA, *, reason: str | None = None) -> None:
    """This writes down the words now."""
    service.report(*ENGINES[:2], replace(engine("asr", spec.label, reason=reason), model=spec.name))


@pytest.fixture
def note(reading: MainWindow, service: ScriptedService) -> OfferNote:
    """Below what Moonshine has written down, since something better is here."""
    tell_of(service)
    return reading.hearing.note


def test_what_came_along_has_written_down_could_be_better_and_the_text_stays_where_it_is(
    reading: MainWindow, service: ScriptedService
) -> None:
    text = reading.centre.view.text
    place = text.mapTo(reading, text.rect().topLeft())
    tell_of(service)
    note = reading.hearing.note
    assert note.isVisible()
    assert note.text.text() == TOLD
    assert (note.act.text(), note.hide_button.accessibleName()) == (
        "Transcribe again…",
        "Hide the note on better words",
    )
    assert text.mapTo(reading, text.rect().topLeft()) == place


@pytest.mark.parametrize(
    ("spec", "is_told"),
    [(PARAKEET_V3_ONNX, True), (PARAKEET, True), (WHISPER_BASE, False)],
    ids=["on onnxruntime", "on torch", "Whisper"],
)
def test_every_parakeet_is_better_but_not_every_whisper(
    reading: MainWindow, service: ScriptedService, spec: ModelSpec, is_told: bool
) -> None:
    tell_of(service, spec)
    assert reading.hearing.note.isVisible() is is_told


def test_nothing_is_told_while_nothing_better_can_be_used(reading: MainWindow, service: ScriptedService) -> None:
    service.report(*ENGINES)
    assert not reading.hearing.note.isVisible()
    tell_of(service, reason="it is broken")
    assert not reading.hearing.note.isVisible()


def test_it_is_transcribed_again_after_the_usual_question_and_then_the_note_is_gone(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService, note: OfferNote
) -> None:
    note.act.setFocus()
    qtbot.keyClick(note.act, Qt.Key.Key_Space)
    question = reading.findChild(QMessageBox)
    assert "What you corrected stays" in question.text()
    next(each for each in question.buttons() if each.text() == "Transcribe again").click()
    assert len(service.submitted) == 2
    assert not note.isVisible()
    better = replace(transcript(turn("good morning")), engines=(EngineUse("asr", "Parakeet Ultra", "cpu"),))
    service.finish(2, better)
    qtbot.waitUntil(lambda: reading.actions_.hear_all_again.isEnabled())
    assert not note.isVisible()


def test_once_hidden_it_stays_hidden_for_that_recording_which_keeps_it_and_the_keyboard_goes_to_the_text(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService, note: OfferNote
) -> None:
    note.hide_button.setFocus()
    qtbot.keyClick(note.hide_button, Qt.Key.Key_Space)
    assert not note.isVisible()
    assert reading.centre.view.text.hasFocus()
    tell_of(service)
    assert not note.isVisible()
    assert reading.recording is not None
    assert facts_of(reading.recording).reading.view == {"words are left as they are": True}


def test_another_recording_is_told_of_for_itself(
    qtbot: QtBot, reading: MainWindow, service: ScriptedService, note: OfferNote, recordings: list[Path]
) -> None:
    note.hide_button.click()
    reading.opening.open(recordings[1:2])
    assert not note.isVisible(), "it is being transcribed"
    service.finish(2, transcript(turn("something else")))
    qtbot.waitUntil(note.isVisible)
    by_another = replace(transcript(turn("that")), engines=(EngineUse("asr", "Parakeet", "cuda"),))
    reading.opening.open(recordings[2:3])
    service.finish(3, by_another)
    qtbot.waitUntil(lambda: reading.actions_.hear_all_again.isEnabled())
    assert not note.isVisible()


def test_captions_in_the_making_are_left_alone(
    reading: MainWindow, service: ScriptedService, live: ScriptedLive, note: OfferNote
) -> None:
    reading.live_views.record_or_stop()
    live.list(HEADSET)
    reading.live_views.live.record(reading.live_views.panel.choice.source)
    live.begin()
    live.say(found(SOMEBODY), final(1, "good morning"))
    tell_of(service)
    assert reading.recording is not None
    assert reading.recording.document.live is not None
    assert not note.isVisible()


def test_reading_mode_shows_the_text_alone(reading: MainWindow, note: OfferNote) -> None:
    reading.reading.turn(True)
    assert not note.isVisible()
    reading.reading.turn(False)
    assert note.isVisible()
