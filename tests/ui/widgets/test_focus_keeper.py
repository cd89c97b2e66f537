"""A control that goes under the keyboard hands it to no other control."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from scripted import ENGINES, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.widgets.focus_keeper import FocusKeeper


class Page(QWidget):
    """Two groups with a button each, and one more."""

    def __init__(self) -> None:
        super().__init__()
        self.group = QFrame()
        self.inner = QPushButton("Fetch", self.group)
        self.other = QPushButton("Fetch another")
        layout = QVBoxLayout(self)
        layout.addWidget(self.group)
        layout.addWidget(self.other)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[Page]:
    keeper = FocusKeeper()
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.inner.setFocus()
    yield made
    keeper.deleteLater()


def test_a_control_that_hides_leaves_the_keyboard_around_it_and_takes_it_back(qtbot: QtBot, page: Page) -> None:
    pressed: list[bool] = []
    page.other.clicked.connect(pressed.append)
    page.inner.hide()
    assert QApplication.focusWidget() is page.group
    qtbot.keyClick(page.group, Qt.Key.Key_Space)
    assert pressed == []
    page.inner.show()
    assert page.inner.hasFocus()


def test_a_control_that_is_switched_off_is_no_other_case(page: Page) -> None:
    page.inner.setEnabled(False)
    assert QApplication.focusWidget() is page.group
    page.inner.setEnabled(True)
    assert page.inner.hasFocus()


def test_a_control_in_something_that_hides_leaves_it_to_what_is_around_that(page: Page) -> None:
    page.group.hide()
    assert QApplication.focusWidget() is page
    page.group.show()
    page.inner.show()
    assert not page.other.hasFocus()


def test_whoever_went_on_with_tab_is_not_called_back(qtbot: QtBot, page: Page) -> None:
    page.inner.hide()
    qtbot.keyClick(page.group, Qt.Key.Key_Tab)
    assert page.other.hasFocus()
    page.inner.show()
    assert page.other.hasFocus()


def test_a_check_does_not_put_close_under_the_key_that_asked_for_it(
    qtbot: QtBot, window: MainWindow, service: ScriptedService
) -> None:
    service.report(*ENGINES)
    engines = window.engine_views.page
    window.engine_views.show_page()
    engines.activateWindow()
    qtbot.waitUntil(engines.isActiveWindow)
    engines.check.setFocus()
    qtbot.keyClick(engines.check, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is engines
    service.report(*ENGINES)
    assert engines.check.hasFocus()
    engines.close()


def test_a_job_that_ends_puts_the_keyboard_into_its_text(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.opening.open(recordings[:1])
    service.work(1)
    qtbot.waitUntil(lambda: window.session.working() is not None)
    window.centre.view.take_focus()
    assert QApplication.focusWidget() in window.centre.view.page.buttons.values()
    service.finish(1, transcript(turn("hello")))
    qtbot.waitUntil(window.centre.view.is_reading)
    assert window.centre.view.text.hasFocus()
