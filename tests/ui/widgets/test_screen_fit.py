"""Windows fit on their screen, also where they stood on a larger one."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.screen_fit import bring_within, resize_within, room_for


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_window_has_the_size_that_is_wanted_or_what_there_is_room_for(window: QWidget) -> None:
    screen = window.screen().availableGeometry()
    resize_within(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)
    resize_within(window, QSize(300, 20_000))
    assert window.width() == 300
    assert window.height() == room_for(window).height() < screen.height()


@pytest.mark.parametrize("corner", [QPoint(-500, -80), QPoint(20, 30), QPoint(5000, 90), QPoint(100, 100_000)])
@pytest.mark.parametrize("size", [QSize(300, 200), QSize(5000, 4000)])
def test_a_window_that_stood_elsewhere_comes_back_whole(window: QWidget, corner: QPoint, size: QSize) -> None:
    screen = window.screen().availableGeometry()
    window.setMinimumSize(size)
    window.resize(size)
    window.move(corner)
    bring_within(window)
    assert screen.contains(window.geometry())
    assert window.size() == size.boundedTo(room_for(window))
    if corner == QPoint(20, 30) and size.width() == 300:
        assert window.pos() == corner
