"""Which keys the actions have, and the page on which they are changed."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.actions import FIRST_KEYS, Actions, make_actions
from desktop_app.ui.frame.key_bindings import KeyBindings
from desktop_app.ui.frame.shortcuts_page import KeyField, ShortcutsPage


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(place: QWidget) -> Actions:
    return make_actions(place)


@pytest.fixture
def bindings(actions: Actions, settings: QSettings) -> KeyBindings:
    return KeyBindings(actions, settings)


@pytest.fixture
def page(qtbot: QtBot, actions: Actions, bindings: KeyBindings, place: QWidget) -> ShortcutsPage:
    made = ShortcutsPage(actions, bindings, place)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: QtBot, field: KeyField, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    with qtbot.waitSignal(field.editingFinished):
        qtbot.keyClick(field, key, modifiers)


CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_no_two_actions_have_the_same_key_at_first() -> None:
    keys = [key for keys in FIRST_KEYS.values() for key in keys]
    assert len(set(keys)) == len(keys)
    assert all(QKeySequence(key).toString() == key for key in keys)


def test_every_action_but_one_has_keys(actions: Actions) -> None:
    assert set(actions.all()) - set(actions.with_keys().values()) == {actions.remove}


def test_a_new_key_is_there_at_once_and_in_another_life(
    actions: Actions, bindings: KeyBindings, settings: QSettings, place: QWidget
) -> None:
    bindings.bind("play", 1, QKeySequence("Ctrl+P"))
    assert actions.play.shortcuts() == [QKeySequence("F4"), QKeySequence("Ctrl+P")]
    settings.sync()
    again = make_actions(place)
    KeyBindings(again, QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.play.shortcuts() == [QKeySequence("F4"), QKeySequence("Ctrl+P")]
    assert again.undo.shortcuts() == [QKeySequence("Ctrl+Z")]


def test_an_action_may_have_no_key(actions: Actions, bindings: KeyBindings, settings: QSettings) -> None:
    bindings.bind("loop", 0, QKeySequence())
    assert actions.loop.shortcuts() == []
    assert bindings.text("loop") == ""
    assert KeyBindings(actions, settings).keys("loop") == (QKeySequence(),)


def test_reset_forgets_every_change(actions: Actions, bindings: KeyBindings, settings: QSettings) -> None:
    bindings.bind("back", 0, QKeySequence("Ctrl+Left"))
    bindings.reset()
    assert actions.back.shortcuts() == [QKeySequence("F3")]
    assert not [key for key in settings.allKeys() if key.startswith("keys/")]


def test_a_settings_file_with_nonsense_does_no_harm(actions: Actions, settings: QSettings) -> None:
    settings.setValue("keys/play", "nothing like it")
    settings.setValue("keys/back", ["F3", "F5"])
    bindings = KeyBindings(actions, settings)
    assert len(bindings.keys("play")) == 2
    assert bindings.keys("back") == (QKeySequence("F3"),)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Ctrl+Z", "“Undo”"),
        ("Ctrl+Space", "“Play or pause”"),
        ("A", "needed for typing"),
        ("Shift+Return", "needed for typing"),
        ("Esc", "needed for typing"),
        ("Ctrl+C", "copies"),
    ],
)
def test_a_key_that_is_taken_is_told_of(bindings: KeyBindings, key: str, said: str) -> None:
    assert said in bindings.obstacle("back", 0, QKeySequence(key))


@pytest.mark.parametrize("key", ["F3", "F1", "Shift+F4", "Ctrl+Left", "Ctrl+Alt+X", "Media Play", ""])
def test_a_key_that_is_free_can_be_taken(bindings: KeyBindings, key: str) -> None:
    assert bindings.obstacle("back", 0, QKeySequence(key)) == ""


def test_a_held_key_is_no_shortcut_while_it_is_held(actions: Actions, bindings: KeyBindings) -> None:
    bindings.hold(QKeySequence("F4"))
    assert actions.play.shortcuts() == [QKeySequence("Ctrl+Space")]
    bindings.hold(None)
    assert actions.play.shortcuts() == [QKeySequence("F4"), QKeySequence("Ctrl+Space")]


# The page.


def test_what_is_pressed_in_a_field_is_its_actions_key(qtbot: QtBot, page: ShortcutsPage, actions: Actions) -> None:
    press(qtbot, page.fields["back", 0], Qt.Key.Key_F1, NONE)
    assert actions.back.shortcuts() == [QKeySequence("F1")]
    press(qtbot, page.fields["play", 1], Qt.Key.Key_P, CONTROL)
    assert actions.play.shortcuts() == [QKeySequence("F4"), QKeySequence("Ctrl+P")]


def test_a_conflict_is_told_below_the_field_and_changes_nothing(
    qtbot: QtBot, page: ShortcutsPage, actions: Actions
) -> None:
    field = page.fields["back", 0]
    press(qtbot, field, Qt.Key.Key_Z, CONTROL)
    assert field.note.isVisible()
    assert field.note.text() == "Ctrl+Z is the key of “Undo”."
    assert field.keySequence() == QKeySequence("F3") == actions.back.shortcut()
    press(qtbot, field, Qt.Key.Key_F1, NONE)
    assert not field.note.isVisible()


def test_reset_shows_the_first_keys_again(qtbot: QtBot, page: ShortcutsPage) -> None:
    press(qtbot, page.fields["back", 0], Qt.Key.Key_F1, NONE)
    page.reset.click()
    assert page.fields["back", 0].keySequence() == QKeySequence("F3")


def test_every_field_has_a_name_and_none_has_the_keyboard_at_first(page: ShortcutsPage) -> None:
    names = [field.accessibleName() for field in page.fields.values()]
    assert all(names)
    assert len(set(names)) == len(names)
    assert not any(field.hasFocus() for field in page.fields.values())


def test_tab_leaves_a_field(qtbot: QtBot, page: ShortcutsPage) -> None:
    field = page.fields["back", 0]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert field.keySequence() == QKeySequence("F3")


# Searching the page.


def in_view(page: ShortcutsPage) -> list[str]:
    return [row.does.text() for row in page._rows if row.does.isVisible() and row.key.isVisible()]


def test_the_search_has_the_keyboard_and_leaves_what_has_all_words(qtbot: QtBot, page: ShortcutsPage) -> None:
    page.activateWindow()
    assert page.focusWidget() is page.search
    qtbot.keyClicks(page.search, "SECONDS back")
    assert in_view(page) == ["Back 5 seconds"]
    assert page.search.accessibleDescription() == "1 found"
    page.search.clear()
    assert len(in_view(page)) == len(page._rows)


def test_keys_are_searched_too_as_they_are_now(qtbot: QtBot, page: ShortcutsPage, bindings: KeyBindings) -> None:
    bindings.bind("back", 0, QKeySequence("Ctrl+F7"))
    qtbot.keyClicks(page.search, "ctrl+f7")
    assert in_view(page) == ["Back 5 seconds"]


def test_a_note_goes_and_comes_with_its_row(qtbot: QtBot, page: ShortcutsPage) -> None:
    field = page.fields["back", 0]
    press(qtbot, field, Qt.Key.Key_Z, CONTROL)
    page.search.setText("quit")
    assert not field.note.isVisible()
    page.search.clear()
    assert field.note.isVisible()


def test_enter_goes_from_the_search_to_the_first_key_found(qtbot: QtBot, page: ShortcutsPage) -> None:
    qtbot.keyClicks(page.search, "louder")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.isVisible()
    assert page.focusWidget() is page.fields["louder", 0]


def test_esc_clears_the_search_and_then_leaves(qtbot: QtBot, page: ShortcutsPage) -> None:
    qtbot.keyClicks(page.search, "louder")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.search.text() == ""
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_searchs_key_leads_back_to_it(qtbot: QtBot, page: ShortcutsPage) -> None:
    page.activateWindow()
    page.reset.setFocus()
    qtbot.keyClick(page.reset, Qt.Key.Key_F, CONTROL)
    assert page.search.hasFocus()
