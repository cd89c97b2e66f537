"""Where the window is."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop_app.ui.frame.main_window import MainWindow


def test_the_window_remembers_its_size(qtbot: QtBot, window: MainWindow, make_window: Callable[[], MainWindow]) -> None:
    window.resize(751, 522)
    assert window.close()
    assert (make_window().width(), make_window().height()) == (751, 522)
