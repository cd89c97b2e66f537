"""Reading mode."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.text_choice import READING_PX

SAID = "good morning have you seen it\nI have"
CONTROL = Qt.KeyboardModifier.ControlModifier


def folded(window: MainWindow) -> tuple[QWidget, ...]:
    return window.bar, window.status, window.recordings, window.speakers


def begin(qtbot: QtBot, window: MainWindow) -> None:
    window.centre.view.text.setFocus()
    qtbot.keyClick(window.centre.view.text, Qt.Key.Key_F12)
    assert window.reading.is_on


def test_only_the_text_is_there_in_larger_letters(qtbot: QtBot, reading: MainWindow) -> None:
    assert all(part.isVisible() for part in folded(reading))
    begin(qtbot, reading)
    assert not any(part.isVisible() for part in folded(reading))
    assert reading.centre.view.text.turn_layout.text_look.size_px == READING_PX
    assert reading.actions_.reading_mode.isChecked()
    assert reading.reading.note.isVisible()
    assert "Esc" in reading.reading.note.text()


@pytest.mark.parametrize("leave", [Qt.Key.Key_F12, Qt.Key.Key_Escape])
def test_its_key_and_esc_bring_everything_back(qtbot: QtBot, reading: MainWindow, leave: Qt.Key) -> None:
    begin(qtbot, reading)
    qtbot.keyClick(reading.centre.view.text, leave)
    assert not reading.reading.is_on
    assert all(part.isVisible() for part in folded(reading))
    assert reading.centre.view.text.turn_layout.text_look.size_px == 15
    assert not reading.actions_.reading_mode.isChecked()
    assert not reading.reading.note.isVisible()


def test_nothing_can_be_typed_until_it_is_left(qtbot: QtBot, reading: MainWindow) -> None:
    text = reading.centre.view.text
    begin(qtbot, reading)
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    qtbot.keyClick(text, Qt.Key.Key_D, CONTROL)
    assert text.toPlainText() == SAID
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    qtbot.keyClicks(text, "x")
    assert text.toPlainText() == f"x{SAID}"


def test_the_caret_and_the_keyboard_stay_where_they_are(qtbot: QtBot, reading: MainWindow) -> None:
    text = reading.centre.view.text
    caret = text.textCursor()
    caret.movePosition(QTextCursor.MoveOperation.End)
    text.setTextCursor(caret)
    begin(qtbot, reading)
    assert text.hasFocus()
    assert text.textCursor().position() == len(SAID)
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert text.hasFocus()
    assert text.textCursor().position() == len(SAID)


def test_a_keyboard_in_what_is_folded_away_comes_to_the_text(qtbot: QtBot, reading: MainWindow) -> None:
    reading.bar.search.setFocus()
    qtbot.keyClick(reading.bar.search, Qt.Key.Key_F12)
    assert reading.centre.view.text.hasFocus()


def test_whoever_searches_leaves_it(qtbot: QtBot, reading: MainWindow) -> None:
    begin(qtbot, reading)
    qtbot.keyClick(reading.centre.view.text, Qt.Key.Key_F, CONTROL)
    assert not reading.reading.is_on
    assert reading.bar.search.hasFocus()


def test_panels_that_were_folded_away_stay_so_afterwards(qtbot: QtBot, reading: MainWindow) -> None:
    reading.actions_.library.trigger()
    assert not reading.recordings.isVisible()
    begin(qtbot, reading)
    assert not reading.actions_.library.isEnabled()
    qtbot.keyClick(reading.centre.view.text, Qt.Key.Key_Escape)
    assert not reading.recordings.isVisible()
    assert reading.speakers.isVisible()
    assert reading.actions_.library.isEnabled()


def test_its_size_is_another_and_keys_change_it(qtbot: QtBot, reading: MainWindow) -> None:
    begin(qtbot, reading)
    text = reading.centre.view.text
    qtbot.keyClick(text, Qt.Key.Key_Plus, CONTROL)
    assert text.turn_layout.text_look.size_px == 22
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert text.turn_layout.text_look.size_px == 15
    begin(qtbot, reading)
    assert text.turn_layout.text_look.size_px == 22


def test_the_palette_opens_from_it_and_esc_leaves_one_after_the_other(qtbot: QtBot, reading: MainWindow) -> None:
    begin(qtbot, reading)
    qtbot.keyClick(reading.centre.view.text, Qt.Key.Key_K, CONTROL)
    assert reading.commands.isVisible()
    qtbot.keyClick(reading.commands.field, Qt.Key.Key_Escape)
    assert reading.reading.is_on
    assert reading.centre.view.text.hasFocus()
    qtbot.keyClick(reading.centre.view.text, Qt.Key.Key_Escape)
    assert not reading.reading.is_on


def test_without_a_recording_there_is_nothing_to_read(qtbot: QtBot, reading: MainWindow) -> None:
    begin(qtbot, reading)
    reading._choose(None)
    assert not reading.reading.is_on
    assert reading.bar.isVisible()
    qtbot.keyClick(reading, Qt.Key.Key_F12)
    assert not reading.reading.is_on
