"""A speaker's voice is remembered, refused in a sentence, or added to only when that is asked for."""

import pytest
from core.known_voices.recordings import talk
from heard import heard
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.core.known_voices.people_file import load_people, people_file
from desktop_app.ui.state.enrolment import Enrolment
from desktop_app.ui.state.known_voices import KnownVoices

pytestmark = pytest.mark.usefixtures("ring")
ENOUGH = heard({"a": "Anna"}, talk("a", 0, times=6))


@pytest.fixture
def enrolment(qtbot: QtBot, settings: QSettings) -> Enrolment:
    return Enrolment(KnownVoices(settings))


def test_a_voice_is_remembered_and_how_much_it_was_learnt_from_is_told(qtbot: QtBot, enrolment: Enrolment) -> None:
    with qtbot.waitSignal(enrolment.told) as told:
        enrolment.remember(*ENOUGH, "a")
    assert told.args == ["The voice of Anna is remembered, from 24 s of speech."]
    assert load_people().names == ("Anna",)


def test_too_little_speech_is_told_with_what_there_is_and_what_it_takes(qtbot: QtBot, enrolment: Enrolment) -> None:
    with qtbot.waitSignal(enrolment.told) as told:
        enrolment.remember(*heard({"a": "Anna"}, talk("a", 0, times=2)), "a")
    assert told.args == ["Anna is heard alone for 8.0 s in 2 turns; to know a voice again takes 15 s in 3 turns."]
    assert not people_file().exists()


def test_who_is_known_is_renewed_only_when_asked(qtbot: QtBot, enrolment: Enrolment) -> None:
    with qtbot.waitSignal(enrolment.told):
        enrolment.remember(*ENOUGH, "a")
    before = people_file().read_bytes()
    with qtbot.waitSignal(enrolment.known_already) as known:
        enrolment.remember(*ENOUGH, "a")
    name, renew = known.args
    assert name == "Anna"
    assert people_file().read_bytes() == before
    with qtbot.waitSignal(enrolment.told) as told:
        renew()
    assert told.args == ["The voice of Anna is remembered, from 48 s of speech."]


def test_damaged_voices_are_told(qtbot: QtBot, enrolment: Enrolment) -> None:
    with qtbot.waitSignal(enrolment.told) as told:
        enrolment.remember(ENOUGH[0], b"nothing", "a")
    assert told.args[0].startswith("The voices cannot be read")
