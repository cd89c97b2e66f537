"""The first steps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from scripted import BEN, ScriptedService, transcript, turn

from desktop_app.ui.frame.first_tour import SEEN
from desktop_app.ui.frame.main_window import MainWindow

TALK = transcript(turn("good morning have you seen it"), turn("I have", 4000, BEN))


@pytest.fixture
def settings(settings: QSettings) -> QSettings:
    settings.remove(SEEN)
    return settings


def shown(window: MainWindow) -> str:
    return window.tour.card.title.text() if window.tour.card.isVisible() else ""


def test_it_comes_once_when_the_first_transcript_is_ready(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], settings: QSettings
) -> None:
    window.opening.open(recordings[:2])
    assert shown(window) == ""
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: shown(window) == "Open or record")
    window.tour.leave()
    for recording in window.session.recordings:
        window.recordings.choose(recording)
    with qtbot.waitSignal(window.session.changed):
        service.finish(2, TALK)
    assert shown(window) == ""
    assert settings.value(SEEN, False, bool)


def test_it_waits_for_words(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> None:
    window.opening.open(recordings[:1])
    with qtbot.waitSignal(window.session.changed):
        service.finish(1, transcript())
    assert shown(window) == ""


def test_next_goes_through_five_steps_and_each_can_be_heard(qtbot: QtBot, reading: MainWindow) -> None:
    seen = []
    for _ in range(5):
        seen.append(shown(reading))
        assert reading.tour.card.title.text() in reading.tour.card.accessibleDescription()
        assert reading.tour.card.text.text() in reading.tour.card.next.accessibleDescription()
        reading.tour.card.next.setFocus()
        qtbot.keyClick(reading.tour.card.next, Qt.Key.Key_Space)
    assert seen == ["Open or record", "Click to hear", "Who said it", "Search", "Export"]
    assert shown(reading) == ""
    assert not reading.tour.ring.isVisible()
    assert reading.centre.view.text.hasFocus()


def test_the_last_step_has_the_keyboard_where_leave_had_it(qtbot: QtBot, reading: MainWindow) -> None:
    reading.tour.card.leave.setFocus()
    for _ in range(4):
        reading.tour.card.next_asked.emit()
    assert reading.tour.card.next.hasFocus()
    assert reading.tour.card.next.text() == "Done"


def test_tab_comes_to_it_last(reading: MainWindow) -> None:
    chain, widget = [], reading.nextInFocusChain()
    while widget is not reading and widget is not None:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert (
        chain.index(reading.bar.open)
        < chain.index(reading.status.privacy_sentence)
        < chain.index(reading.tour.card.leave)
    )


@pytest.mark.parametrize("way", ["button", "esc"])
def test_it_can_be_left_at_any_step(qtbot: QtBot, reading: MainWindow, way: str) -> None:
    reading.tour.card.next_asked.emit()
    reading.tour.card.leave.setFocus()
    key = Qt.Key.Key_Space if way == "button" else Qt.Key.Key_Escape
    qtbot.keyClick(reading.tour.card.leave, key)
    assert shown(reading) == ""
    assert reading.centre.view.text.hasFocus()


def test_who_types_goes_on_typing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    window.opening.open(recordings[:1])
    window.activateWindow()
    field = window.recordings.search.field
    field.setFocus()
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: bool(shown(window)))
    assert field.hasFocus()
    window.tour.card.next_asked.emit()
    assert field.hasFocus()
    window.tour.leave()
    assert field.hasFocus()


def test_it_is_in_the_menu_and_names_the_keys_as_they_are(reading: MainWindow) -> None:
    reading.tour.leave()
    reading.keys.bind("open", 0, QKeySequence("Ctrl+F1"))
    pages = next(menu for menu in reading.menu.findChildren(QMenu) if menu.title() == "Help")
    next(action for action in pages.actions() if action.text() == "First steps").trigger()
    assert shown(reading) == "Open or record"
    assert "(Ctrl+F1)" in reading.tour.card.text.text()


def test_the_keyboard_comes_to_it_from_panel_to_panel(qtbot: QtBot, reading: MainWindow) -> None:
    reading.bar.search.setFocus()
    qtbot.keyClick(reading.bar.search, Qt.Key.Key_F6)
    assert reading.tour.card.next.hasFocus()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (720, 480)])
def test_it_stands_in_the_window_beside_what_it_points_at(
    qtbot: QtBot, reading: MainWindow, width: int, height: int
) -> None:
    reading.resize(width, height)
    QApplication.processEvents()
    for step in range(5):
        card = reading.tour.card.geometry()
        assert reading.rect().contains(card)
        at = reading.tour._steps[step].at
        assert reading.tour.ring.isVisible() == at.isVisible()
        if at.isVisible() and step != 1:  # the text is as large as the window lets it be
            place = QRect(at.mapTo(reading, at.rect().topLeft()), at.size())
            assert not place.intersects(card)
        reading.tour.card.next_asked.emit()


def test_esc_leaves_it_from_the_text_too(qtbot: QtBot, reading: MainWindow) -> None:
    reading.tour.begin()
    text = reading.centre.view.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert reading.tour.card.isHidden()
    assert not reading.tour.leave()
