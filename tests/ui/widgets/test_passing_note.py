"""A sentence that passes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.passing_note import PassingNote


def test_it_is_said_for_a_moment_in_the_middle(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    with qtbot.waitExposed(over):
        over.show()
    note = PassingNote(over)
    assert not note.isVisible()
    note._end.setInterval(50)
    note.tell("Esc leaves it.")
    assert note.isVisible()
    over.resize(900, 300)
    assert abs(note.geometry().center().x() - 450) <= 1
    assert over.rect().contains(note.geometry())
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_click_puts_it_away(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    note = PassingNote(over)
    note.tell("Esc leaves it.")
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
