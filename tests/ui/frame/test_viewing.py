"""How the text looks, and how much of the screen it has: by keys, by the menu, and at the next start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.frame.shortcuts_page import ShortcutsPage
from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.look.text_look import TextLook, Width

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    text = window.centre.view.text
    text.setFocus()
    qtbot.keyClick(text, key, modifiers)


def look(window: MainWindow) -> TextLook:
    return window.centre.view.text.turn_layout.text_look


def test_keys_make_the_text_larger_and_smaller(qtbot: QtBot, reading: MainWindow) -> None:
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        press(qtbot, reading, key)
        sizes.append((look(reading).size_px, reading.centre.view.text.document().defaultFont().pixelSize()))
    assert sizes == [(16, 16), (18, 18), (16, 16), (15, 15)]
    assert reading.centre.view.text.toPlainText() == "good morning have you seen it\nI have"


def test_at_the_ends_there_is_no_larger_and_no_smaller(qtbot: QtBot, reading: MainWindow) -> None:
    for _ in range(20):
        press(qtbot, reading, Qt.Key.Key_Plus)
    assert look(reading).size_px == 40
    assert not reading.actions_.larger.isEnabled()
    for _ in range(20):
        press(qtbot, reading, Qt.Key.Key_Minus)
    assert look(reading).size_px == 12
    assert not reading.actions_.smaller.isEnabled()
    assert reading.actions_.larger.isEnabled()


def test_keys_change_lines_times_and_names(qtbot: QtBot, reading: MainWindow) -> None:
    for key in (Qt.Key.Key_W, Qt.Key.Key_T, Qt.Key.Key_N):
        press(qtbot, reading, key, CONTROL | SHIFT)
    assert look(reading) == TextLook(width=Width.WIDE, times=False, names_above=True)
    assert not reading.actions_.times.isChecked()
    assert reading.actions_.names_above.isChecked()


def test_another_theme_leaves_the_size_as_it_is(qtbot: QtBot, reading: MainWindow, appearance: Appearance) -> None:
    press(qtbot, reading, Qt.Key.Key_Plus)
    for choice in (Choice.DARK, Choice.LIGHT):
        appearance.choose(choice)
        QApplication.processEvents()
        text = reading.centre.view.text
        assert (text.font().pixelSize(), text.document().defaultFont().pixelSize()) == (16, 16)


def test_all_of_it_is_there_at_the_next_start(
    qtbot: QtBot, reading: MainWindow, make_window: Callable[[], MainWindow], settings: QSettings
) -> None:
    press(qtbot, reading, Qt.Key.Key_Plus)
    press(qtbot, reading, Qt.Key.Key_T, CONTROL | SHIFT)
    again = make_window()
    assert look(again) == TextLook(16, times=False)
    assert not again.actions_.times.isChecked()


def test_the_menu_has_all_of_it(reading: MainWindow) -> None:
    actions, listed = reading.actions_, reading.bar.view.actions()
    wanted = {actions.larger, actions.smaller, actions.usual_size, actions.line_width, actions.times}
    wanted |= {actions.names_above, actions.reading_mode, actions.full_screen, actions.library, actions.speakers}
    assert wanted <= set(listed)
    assert all(action.shortcuts() for action in wanted)
    widths = next(
        below for action in listed if isinstance(below := menu_of(action), QMenu) and "lines" in below.title()
    )
    narrow = widths.actions()[0]
    narrow.trigger()
    assert look(reading).width is Width.NARROW
    assert [action.isChecked() for action in widths.actions()] == [True, False, False]


def menu_of(action: QAction) -> object:
    return action.menu()


def test_all_of_it_is_on_the_page_of_shortcuts(qtbot: QtBot, reading: MainWindow) -> None:
    page = ShortcutsPage(reading.actions_, reading.keys, reading)
    named = {name for name, _ in page.fields}
    assert {"larger", "smaller", "usual_size", "line_width", "times", "names_above"} <= named
    assert {"reading_mode", "full_screen", "palette"} <= named


# The full screen.


@pytest.mark.parametrize("leave", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_the_full_screen_is_left_with_its_key_and_with_esc(qtbot: QtBot, reading: MainWindow, leave: Qt.Key) -> None:
    press(qtbot, reading, Qt.Key.Key_F11, PLAIN)
    qtbot.waitUntil(reading.isFullScreen)
    assert reading.actions_.full_screen.isChecked()
    press(qtbot, reading, leave, PLAIN)
    qtbot.waitUntil(lambda: not reading.isFullScreen())
    assert not reading.actions_.full_screen.isChecked()
    assert reading.isVisible()


def test_a_maximised_window_is_maximised_after_the_full_screen(qtbot: QtBot, reading: MainWindow) -> None:
    reading.showMaximized()
    press(qtbot, reading, Qt.Key.Key_F11, PLAIN)
    qtbot.waitUntil(reading.isFullScreen)
    press(qtbot, reading, Qt.Key.Key_F11, PLAIN)
    qtbot.waitUntil(reading.isMaximized)


def test_esc_in_the_search_leaves_the_search_alone(qtbot: QtBot, reading: MainWindow) -> None:
    press(qtbot, reading, Qt.Key.Key_F11, PLAIN)
    qtbot.waitUntil(reading.isFullScreen)
    reading.bar.search.setFocus()
    qtbot.keyClick(reading.bar.search, Qt.Key.Key_Escape)
    assert reading.isFullScreen()


def test_the_next_start_is_in_a_window(
    qtbot: QtBot, reading: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    press(qtbot, reading, Qt.Key.Key_F11, PLAIN)
    qtbot.waitUntil(reading.isFullScreen)
    reading.close()
    again = make_window()
    again.show()
    assert not again.isFullScreen()
    assert not again.actions_.full_screen.isChecked()
