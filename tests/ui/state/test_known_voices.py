"""Known voices in the window: off until they are switched on, done in order, and errors told as sentences."""

import keyring
import pytest
from core.known_voices.key_rings import LockedRing
from core.known_voices.recordings import person
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.core.known_voices.people_file import add_person, load_people, people_file
from desktop_app.ui.state.known_voices import KnownVoices

pytestmark = pytest.mark.usefixtures("ring")


@pytest.fixture
def known(qtbot: QtBot, settings: QSettings) -> KnownVoices:
    return KnownVoices(settings)


def test_they_are_off_until_they_are_switched_on_and_that_is_remembered(
    qtbot: QtBot, known: KnownVoices, settings: QSettings
) -> None:
    assert not known.is_on
    with qtbot.waitSignal(known.switched, check_params_cb=bool):
        known.switch(True)
    assert KnownVoices(settings).is_on


def test_wishes_are_met_in_order(qtbot: QtBot, known: KnownVoices) -> None:
    add_person(person("Anna", 0))
    add_person(person("Ben", 1))
    told: list[tuple[str, ...]] = []
    known.read.connect(lambda people: told.append(people.names))
    known.load()
    known.forget("Anna")
    known.load()
    known.forget_everybody()
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == [("Anna", "Ben"), ("Ben",), ("Ben",), ()]
    assert load_people().names == ()


def test_an_error_is_told_and_the_next_wish_is_met(qtbot: QtBot, known: KnownVoices) -> None:
    add_person(person("Anna", 0))
    told: list[object] = []
    known.failed.connect(told.append)
    known.read.connect(lambda people: told.append(people.names))
    known.forget("Nobody")
    known.load()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["No voice of Nobody is known.", ("Anna",)]


def test_what_cannot_be_read_is_never_written_over(qtbot: QtBot, known: KnownVoices) -> None:
    add_person(person("Anna", 0))
    people_file().write_bytes(b"something else")
    with qtbot.waitSignal(known.failed):
        known.forget("Anna")
    assert people_file().read_bytes() == b"something else"


def test_a_key_that_is_left_is_told_and_nobody_is_known(qtbot: QtBot, known: KnownVoices) -> None:
    add_person(person("Anna", 0))
    keyring.set_keyring(LockedRing())
    told: list[object] = []
    known.read.connect(lambda people: told.append(people.names))
    known.failed.connect(told.append)
    known.forget_everybody()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] == ()
    assert "could not be removed" in str(told[1])
