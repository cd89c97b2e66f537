"""Dialogs have the room they ask for, or what their screen has, and scroll the rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.screen_fit import room_for
from desktop_app.ui.widgets.scrolled import FittingDialog, Scrolled


class Page(FittingDialog):
    """Lines, and a button below them."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        body = QWidget()
        self.lines = QVBoxLayout(body)
        self.add(lines)
        self.scrolled = Scrolled(body)
        self.button = QPushButton("Close")
        column = QVBoxLayout(self)
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.button)

    def add(self, lines: int) -> None:
        """More of them."""
        for number in range(lines):
            self.lines.addWidget(QLabel(f"line {number}"))

    @property
    def scrolls(self) -> bool:
        """Whether not all can be seen at once."""
        return self.scrolled.verticalScrollBar().maximum() > 0


def shown(qtbot: QtBot, lines: int) -> Page:
    page = Page(lines)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_few_lines_are_all_seen_and_their_dialog_is_no_larger(qtbot: QtBot) -> None:
    page = shown(qtbot, 5)
    assert not page.scrolls
    assert page.size() == page.sizeHint()


@pytest.mark.parametrize("lines", [100, 1000])
def test_many_lines_are_scrolled_and_the_button_stays_in_sight(qtbot: QtBot, lines: int) -> None:
    page = shown(qtbot, lines)
    assert page.scrolls
    assert page.height() == room_for(page).height()
    assert page.rect().contains(page.button.geometry())


def test_a_dialog_grows_with_what_comes_into_it_as_far_as_its_screen_goes(qtbot: QtBot) -> None:
    page = shown(qtbot, 5)
    screen = page.screen().availableGeometry()
    page.move(screen.left() + 10, screen.bottom() - page.height() - 50)
    before = page.height()
    page.add(5)
    qtbot.waitUntil(lambda: page.height() > before and not page.scrolls)
    page.add(1000)
    qtbot.waitUntil(lambda: page.scrolls)
    assert page.height() <= room_for(page).height()
    assert screen.contains(page.geometry())


def test_the_keyboard_scrolls_from_the_button(qtbot: QtBot) -> None:
    page = shown(qtbot, 100)
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_PageDown)
    further = page.scrolled.verticalScrollBar().value()
    assert further > 0
    qtbot.keyClick(page.button, Qt.Key.Key_PageUp)
    assert page.scrolled.verticalScrollBar().value() == 0
