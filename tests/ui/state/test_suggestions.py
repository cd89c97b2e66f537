"""Whom speakers sound like: asked of those whom nobody named, once for what was heard, and while it is switched on."""

from pathlib import Path

import keyring
import numpy as np
import pytest
from core.known_voices.key_rings import LockedRing
from core.known_voices.recordings import person, talk
from heard import heard
from known_ring import CountingRing
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.core.known_voices.people_file import add_person, load_people
from desktop_app.core.live.events import SpeakerFound, VoicesHeard
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.transcript.edits import MergeSpeakers
from desktop_app.core.transcript.values import Speaker
from desktop_app.ui.state.known_voices import KnownVoices
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.suggestions import Suggestions

TALK, VOICES = heard({"x": "Speaker 1", "y": "Speaker 2"}, [*talk("x", 5, times=4), *talk("y", 0, times=4, from_s=30)])


@pytest.fixture
def known(qtbot: QtBot, settings: QSettings, ring: CountingRing) -> KnownVoices:
    add_person(person("Anna", 0))
    ring.asked = 0
    return KnownVoices(settings)


@pytest.fixture
def recording(qtbot: QtBot) -> Recording:
    made = Recording(Path("talk.wav"), JobOptions())
    made.voices = VOICES
    made.document.finish(TALK)
    made.enter(State.DONE)
    return made


@pytest.fixture
def suggestions(qtbot: QtBot, known: KnownVoices, recording: Recording) -> Suggestions:
    known.switch(True)
    made = Suggestions(known)
    made.show_recording(recording)
    qtbot.waitUntil(lambda: bool(made.current()))
    return made


def people(suggestions: Suggestions) -> dict[str, str]:
    return {id_: each.person for id_, each in suggestions.current().items()}


def test_a_known_voice_is_suggested_and_a_stranger_is_not(suggestions: Suggestions) -> None:
    assert people(suggestions) == {"y": "Anna"}


def test_while_it_is_off_nothing_is_looked_at(
    qtbot: QtBot,
    known: KnownVoices,
    recording: Recording,
    ring: CountingRing,
) -> None:
    made = Suggestions(known)
    made.show_recording(recording)
    recording.changed.emit(recording)
    assert not made._soon.isActive()
    assert made.current() == {}
    assert ring.asked == 0


def test_what_was_found_goes_when_it_is_switched_off(suggestions: Suggestions, known: KnownVoices) -> None:
    known.switch(False)
    assert suggestions.current() == {}


def test_a_name_ends_the_suggestion_and_undo_brings_it_back(suggestions: Suggestions, recording: Recording) -> None:
    recording.document.rename("y", "Anna")
    assert suggestions.current() == {}
    recording.document.undo()
    assert people(suggestions) == {"y": "Anna"}


def test_what_was_refused_is_not_asked_again_while_the_recording_is_open(
    qtbot: QtBot, suggestions: Suggestions, recording: Recording
) -> None:
    suggestions.refuse("y")
    suggestions.show_recording(None)
    suggestions.show_recording(recording)
    assert suggestions.current() == {}


def test_it_is_looked_for_once(
    qtbot: QtBot,
    suggestions: Suggestions,
    known: KnownVoices,
    recording: Recording,
    ring: CountingRing,
) -> None:
    before = ring.asked
    assert before
    suggestions.show_recording(None)
    suggestions.show_recording(recording)
    with qtbot.waitSignal(suggestions._soon.timeout):
        recording.document.rename("x", "Ben")
    assert not known.is_busy
    assert ring.asked == before
    assert people(suggestions) == {"y": "Anna"}


def test_it_is_looked_for_again_when_others_speak(qtbot: QtBot, suggestions: Suggestions, recording: Recording) -> None:
    recording.document.edit(MergeSpeakers.of(recording.document.transcript, kept="x", gone="y"))
    assert suggestions.current() == {}
    recording.document.undo()
    qtbot.waitUntil(lambda: people(suggestions) == {"y": "Anna"})


def test_it_is_looked_for_again_when_somebody_else_is_known(
    qtbot: QtBot, suggestions: Suggestions, known: KnownVoices
) -> None:
    add_person(person("Xenia", 5))
    known.forget("Anna")
    qtbot.waitUntil(lambda: people(suggestions) == {"x": "Xenia"})


def test_an_unfinished_recording_is_let_be(qtbot: QtBot, suggestions: Suggestions, recording: Recording) -> None:
    recording.enter(State.WORKING)
    assert suggestions.current() == {}


def test_voices_that_cannot_be_read_are_told_of_once_and_tried_again_when_they_can(
    qtbot: QtBot,
    known: KnownVoices,
    recording: Recording,
    ring: CountingRing,
) -> None:
    keyring.set_keyring(LockedRing())
    known.switch(True)
    told: list[str] = []
    known.failed.connect(told.append)
    made = Suggestions(known)
    made.show_recording(recording)
    qtbot.waitUntil(lambda: len(told) == 1)
    with qtbot.waitSignal(made._soon.timeout):
        recording.changed.emit(recording)
    assert not known.is_busy
    assert len(told) == 1
    assert "key ring is locked" in told[0]
    keyring.set_keyring(ring)
    known.load()
    qtbot.waitUntil(lambda: people(made) == {"y": "Anna"})


def test_a_voice_is_suggested_while_it_is_recorded(qtbot: QtBot, known: KnownVoices) -> None:
    anna = load_people().people[0]
    live = Recording(Path("live"), JobOptions())
    live.document.begin_live()
    for number in (1, 2):
        live.document.hear(SpeakerFound(0, Speaker(f"S{number}", f"Speaker {number}", number - 1)))
    known.switch(True)
    made = Suggestions(known)
    made.show_recording(live)
    assert made.current() == {}
    stranger = np.roll(anna.centroid, 3)
    made.hear(live, VoicesHeard(4000, anna.model, {"S1": stranger}))
    qtbot.waitUntil(lambda: not made._soon.isActive() and not known.is_busy)
    assert made.current() == {}
    made.hear(live, VoicesHeard(8000, anna.model, {"S1": stranger, "S2": anna.centroid}))
    qtbot.waitUntil(lambda: people(made) == {"S2": "Anna"})
    made.hear(live, VoicesHeard(9000, "another model", {"S2": anna.centroid}))
    qtbot.waitUntil(lambda: made.current() == {})


def test_while_it_is_off_nothing_that_is_recorded_is_compared(
    qtbot: QtBot, known: KnownVoices, ring: CountingRing
) -> None:
    live = Recording(Path("live"), JobOptions())
    live.document.begin_live()
    made = Suggestions(known)
    made.show_recording(live)
    made.hear(live, VoicesHeard(8000, "model", {"S1": np.eye(1, 8, dtype=np.float32)[0]}))
    assert not made._soon.isActive()
    assert ring.asked == 0
