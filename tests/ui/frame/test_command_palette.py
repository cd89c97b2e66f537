"""The palette of commands."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.actions import make_actions
from desktop_app.ui.frame.command_palette import CommandPalette
from desktop_app.ui.frame.commands import Command, commands, matching
from desktop_app.ui.frame.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down


def named(*texts: str) -> list[Command]:
    return [Command(text, QAction(text)) for text in texts]


def texts(found: list[Command]) -> list[str]:
    return [command.text for command in found]


def opened(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    window.activateWindow()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    assert window.commands.isVisible()
    return window.commands


# What the typed words mean.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Export the transcript", "Give the turn away", "Après le café", "Open the menu"]),
        ("the turn", ["Give the turn away"]),
        ("TURN give", ["Give the turn away"]),
        ("cafe apres", ["Après le café"]),
        ("men", ["Open the menu"]),
        ("turnip", []),
    ],
)
def test_all_typed_words_are_in_what_is_found(typed: str, found: list[str]) -> None:
    given = named("Export the transcript", "Give the turn away", "Après le café", "Open the menu")
    assert texts(matching(given, typed)) == found


def test_the_best_comes_first() -> None:
    given = named("Unload", "Quick load", "Load", "Loud")
    assert texts(matching(given, "load")) == ["Load", "Quick load", "Unload"]


def test_a_word_begins_behind_a_quote_of_any_language() -> None:
    given = named("Reload all", "Undo “load”", "Zurück: „load“")
    assert texts(matching(given, "load")) == ["Undo “load”", "Zurück: „load“", "Reload all"]


def test_what_can_be_done_comes_before_what_cannot() -> None:
    given = named("Load one", "Load two")
    given[0].action.setEnabled(False)
    assert texts(matching(given, "load")) == ["Load two", "Load one"]
    assert given[0].said == "Load one, not available now"


def test_a_key_finds_what_it_does() -> None:
    given = named("Load", "Quit")
    given[1].action.setShortcut("Ctrl+Q")
    assert texts(matching(given, "ctrl+q")) == ["Quit"]


def test_every_action_is_there_once_and_what_else_is_in_the_menu_says_where(qtbot: QtBot) -> None:
    place, menu = QWidget(), QMenu()
    qtbot.addWidget(place)
    qtbot.addWidget(menu)
    actions = make_actions(place)
    menu.addAction(actions.export)
    menu.addSeparator()
    menu.addMenu("Theme").addAction("Dark")
    found = commands(actions, menu)
    listed = [command.action for command in found]
    assert set(listed) >= set(actions.all()) - {actions.palette}
    assert len(set(listed)) == len(listed)
    assert texts(found)[-1] == "Theme: Dark"


# The palette over the window.


def test_a_command_is_typed_and_run_with_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    qtbot.keyClicks(palette.field, "record stop")
    with qtbot.waitSignal(window.actions_.record.triggered):
        qtbot.keyClick(palette.field, ENTER)
    assert not palette.isVisible()


def test_what_is_done_finds_the_keyboard_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.centre.empty.open_button.setFocus()
    palette = opened(qtbot, window)
    had: list[bool] = []
    window.actions_.next_panel.triggered.connect(lambda: had.append(window.centre.empty.open_button.hasFocus()))
    window.actions_.next_panel.triggered.disconnect(window._focus_next_panel)
    qtbot.keyClicks(palette.field, "next panel")
    qtbot.keyClick(palette.field, ENTER)
    assert had == [True]


def test_esc_leaves_and_gives_the_keyboard_back(qtbot: QtBot, window: MainWindow) -> None:
    button = window.centre.empty.open_button
    button.setFocus()
    palette = opened(qtbot, window)
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, ESC)
    assert not palette.isVisible()
    assert button.hasFocus()


def test_a_click_beside_it_leaves(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()


def test_what_cannot_be_done_is_told_and_not_run(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    run: list[bool] = []
    window.actions_.export.triggered.connect(run.append)
    qtbot.keyClicks(palette.field, "export the")
    qtbot.keyClick(palette.field, ENTER)
    assert palette.isVisible()
    assert run == []
    assert palette.field.accessibleDescription() == "Export the transcript, Ctrl+E, not available now"


def test_arrows_move_and_the_current_one_is_said(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    qtbot.keyClicks(palette.field, "go")
    first = palette.list.current()
    assert first is not None
    qtbot.keyClick(palette.field, DOWN)
    second = palette.list.current()
    assert second is not None
    assert second is not first
    assert palette.field.accessibleDescription() == second.said
    qtbot.keyClick(palette.field, UP)
    qtbot.keyClick(palette.field, UP)
    assert palette.list.current() is palette.list.shown[-1]


def test_no_key_of_the_window_works_meanwhile(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    run: list[bool] = []
    window.actions_.menu.triggered.connect(run.append)
    qtbot.keyClick(palette.field, Qt.Key.Key_F10)
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert run == []
    assert palette.field.hasFocus()


def test_nothing_found_is_said(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    qtbot.keyClicks(palette.field, "xyzzy")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, ENTER)
    assert palette.isVisible()


def test_it_opens_from_a_field_too(qtbot: QtBot, window: MainWindow) -> None:
    window.recordings.filled.emit(True)
    field = window.recordings.search.field
    field.setFocus()
    palette = opened(qtbot, window)
    qtbot.keyClick(palette.field, ESC)
    assert field.hasFocus()


def test_it_stays_within_a_small_window(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    window.resize(720, 480)
    QApplication.processEvents()
    card = palette._card.geometry()
    assert palette.rect() == window.rect()
    assert palette.rect().contains(card)
    assert palette.list.height() < palette.list.height_px()
