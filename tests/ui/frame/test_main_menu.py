"""The menu of the window."""

from asked import answer, question
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot
from scripted import ANNA, menu_action

from desktop_app.ui.frame.main_window import MainWindow


def test_the_menu_has_what_is_done_to_a_transcript_with_its_keys(reading: MainWindow) -> None:
    in_menu = {action.text(): action for action in reading.menu.actions()}
    keys = {text: in_menu[text].shortcut().toString() for text in ("Undo", "Redo", "Rename a speaker")}
    assert keys == {"Undo": "Ctrl+Z", "Redo": "Ctrl+Shift+Z", "Rename a speaker": "F2"}
    assert in_menu["Export the transcript"].isEnabled()
    assert not in_menu["Undo"].isEnabled()
    document = reading.centre.view.recording.document
    document.rename(ANNA.id, "Anna")
    in_menu["Undo"].trigger()
    assert document.transcript.speaker(ANNA.id).name == ANNA.name
    assert (in_menu["Undo"].isEnabled(), in_menu["Redo"].isEnabled()) == (False, True)
    in_menu["Redo"].trigger()
    assert document.transcript.speaker(ANNA.id).name == "Anna"


def test_the_menu_removes_what_is_in_view_and_asks_first(reading: MainWindow) -> None:
    menu_action(reading, "Remove the recording").trigger()
    assert question(reading) is not None
    answer(reading, "Move to the bin")
    assert reading.session.recordings == []


def test_f10_opens_the_menu_and_the_keyboard_chooses_in_it(qtbot: QtBot, reading: MainWindow) -> None:
    reading.centre.view.text.setFocus()
    qtbot.keyClick(reading.centre.view.text, Qt.Key.Key_F10)
    assert reading.menu.isVisible()
    qtbot.keyClick(reading.menu, Qt.Key.Key_Up)
    assert reading.menu.activeAction() is reading.actions_.quit
    qtbot.keyClick(reading.menu, Qt.Key.Key_Escape)
    assert not reading.menu.isVisible()


def test_the_menu_opens_its_pages(window: MainWindow) -> None:
    opened = []
    for text in ("Keyboard shortcuts", "About Diarist"):
        pages = next(menu for menu in window.menu.findChildren(QMenu) if menu.title() == "Help")
        next(action for action in pages.actions() if action.text() == text).trigger()
        page = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
        opened.append(page.windowTitle())
        page.close()
    assert opened == ["Keyboard shortcuts", "About Diarist"]
