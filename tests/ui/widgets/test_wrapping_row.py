"""A row that goes on in a second one where there is no room."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.wrapping_row import WrappingRow


class _Button(QPushButton):
    def sizeHint(self) -> QSize:
        return QSize(100, 30)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    made.buttons = [_Button() for _ in range(3)]
    row = WrappingRow(*made.buttons)
    row.setSpacing(10)
    column.addLayout(row)
    column.addStretch(1)
    qtbot.addWidget(made)
    made.show()
    return made


def places(page: QWidget, width: int) -> list[tuple[int, int]]:
    page.resize(width, 200)
    page.layout().activate()
    return [(each.x(), each.y()) for each in page.buttons if each.isVisible()]


def test_all_stand_in_the_middle_beside_each_other_where_there_is_room(page: QWidget) -> None:
    assert places(page, 420) == [(50, 0), (160, 0), (270, 0)]


def test_what_has_no_room_goes_on_below(page: QWidget) -> None:
    assert places(page, 230) == [(10, 0), (120, 0), (65, 40)]
    assert places(page, 110) == [(5, 0), (5, 40), (5, 80)]


def test_what_is_hidden_takes_no_room(page: QWidget) -> None:
    page.buttons[1].hide()
    assert places(page, 230) == [(10, 0), (120, 0)]


def test_a_row_can_stand_at_the_left(page: QWidget) -> None:
    row = page.layout().itemAt(0).layout()
    row.centred = False
    assert places(page, 420) == [(0, 0), (110, 0), (220, 0)]
