"""The page of known voices: off it shows nobody; on, who is known, how it is kept, and forgetting."""

from collections.abc import Callable

import keyring
import pytest
from core.known_voices.key_rings import LockedRing
from core.known_voices.recordings import person
from known_ring import CountingRing
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.core.known_voices.people_file import add_person, load_people, people_file
from desktop_app.ui.speakers.known_voices_page import KnownVoicesPage
from desktop_app.ui.state.known_voices import KnownVoices
from desktop_app.ui.words.known_voice_words import NOBODY, SWITCHED_OFF


@pytest.fixture
def known(qtbot: QtBot, settings: QSettings, ring: CountingRing) -> KnownVoices:
    for number, name in enumerate(("Anna", "Ben", "Cleo")):
        add_person(person(name, number))
    ring.asked = 0
    return KnownVoices(settings)


@pytest.fixture
def open_page(qtbot: QtBot, known: KnownVoices) -> Callable[[], KnownVoicesPage]:
    def make() -> KnownVoicesPage:
        page = KnownVoicesPage(known)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.open()
        return page

    return make


@pytest.fixture
def page(qtbot: QtBot, known: KnownVoices, open_page: Callable[[], KnownVoicesPage]) -> KnownVoicesPage:
    known.switch(True)
    made = open_page()
    qtbot.waitUntil(lambda: len(made.people.rows) == 3)
    return made


def names(page: KnownVoicesPage) -> list[str]:
    return [row.name.text() for row in page.people.rows]


def answer(qtbot: QtBot, text: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    button = next(each for each in box.buttons() if each.text() == text)
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_while_it_is_off_nobody_is_looked_for(
    open_page: Callable[[], KnownVoicesPage], known: KnownVoices, ring: CountingRing
) -> None:
    made = open_page()
    assert not known.is_busy
    assert ring.asked == 0
    assert (names(made), made.said.text()) == ([], SWITCHED_OFF)


def test_switched_on_it_shows_who_is_known_and_how_that_is_kept(
    qtbot: QtBot, open_page: Callable[[], KnownVoicesPage], known: KnownVoices
) -> None:
    made = open_page()
    qtbot.keyClick(made.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(made) == ["Anna", "Ben", "Cleo"])
    assert known.is_on
    assert made.people.rows[0].learnt.text() == "Learnt from 20 s of speech"
    assert made.said.text() == "The voices are encrypted, with a key in this computer's key ring."
    qtbot.keyClick(made.switch, Qt.Key.Key_Space)
    assert (names(made), made.said.text()) == ([], SWITCHED_OFF)


def test_one_is_forgotten_and_the_keyboard_stays_in_the_list(qtbot: QtBot, page: KnownVoicesPage) -> None:
    page.activateWindow()
    forget = page.people.rows[1].forget
    assert forget.accessibleName() == "Forget the voice of Ben"
    forget.setFocus()
    qtbot.keyClick(forget, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(page) == ["Anna", "Cleo"])
    assert load_people().names == ("Anna", "Cleo")
    assert page.people.rows[1].forget.hasFocus()


def test_everybody_is_forgotten_after_a_question(qtbot: QtBot, page: KnownVoicesPage) -> None:
    page.forget_all.click()
    answer(qtbot, "Keep")
    assert load_people().names == ("Anna", "Ben", "Cleo")
    page.forget_all.click()
    answer(qtbot, "Forget everybody")
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.said.text() == NOBODY
    assert not page.forget_all.isEnabled()
    assert not people_file().exists()


def test_everybody_can_be_forgotten_while_it_is_off(
    qtbot: QtBot, open_page: Callable[[], KnownVoicesPage], ring: CountingRing
) -> None:
    made = open_page()
    made.forget_all.click()
    answer(qtbot, "Forget everybody")
    qtbot.waitUntil(lambda: made.said.text() == NOBODY)
    assert not people_file().exists()
    assert ring.held == {}


def test_what_cannot_be_read_is_told_and_stays_as_it_is(
    qtbot: QtBot, open_page: Callable[[], KnownVoicesPage], known: KnownVoices
) -> None:
    before = people_file().read_bytes()
    keyring.set_keyring(LockedRing())
    known.switch(True)
    made = open_page()
    qtbot.waitUntil(lambda: "key ring is locked" in made.error.text())
    assert made.error.isVisible()
    assert names(made) == []
    assert made.forget_all.isEnabled()
    assert people_file().read_bytes() == before


def test_without_a_key_ring_it_says_so(
    qtbot: QtBot, open_page: Callable[[], KnownVoicesPage], known: KnownVoices
) -> None:
    from keyring.backends.fail import Keyring as FailRing

    known.forget_everybody()
    qtbot.waitUntil(lambda: not known.is_busy)
    keyring.set_keyring(FailRing())
    add_person(person("Anna", 0))
    known.switch(True)
    made = open_page()
    qtbot.waitUntil(lambda: names(made) == ["Anna"])
    assert made.said.text() == "The voices are not encrypted: this computer has no key ring."
