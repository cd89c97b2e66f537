"""Text that is broken wherever there is no room."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.wrapping_text import WrappingText

PATH = "/home/" + "somebody/" * 30 + "settings.toml"


def shown(qtbot: QtBot, passage: WrappingText, width_px: int) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(passage)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(width_px, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_path_without_a_space_is_broken_and_copied_whole(qtbot: QtBot) -> None:
    passage = WrappingText(PATH, "muted")
    page = shown(qtbot, passage, 300)
    assert page.width() == 300
    assert passage.document().size().width() <= passage.width()
    passage.selectAll()
    passage.copy()
    assert QGuiApplication.clipboard().text() == PATH


def test_it_is_as_high_as_its_text_in_the_room_it_has(qtbot: QtBot) -> None:
    passage = WrappingText(PATH, "muted")
    page = shown(qtbot, passage, 300)
    narrow = passage.height()
    page.resize(900, 400)
    qtbot.waitUntil(lambda: passage.height() < narrow)
    passage.set_text("short")
    assert passage.height() < 2 * passage.fontMetrics().height()


def test_beyond_its_greatest_height_it_is_scrolled(qtbot: QtBot) -> None:
    passage = WrappingText(PATH * 4, "muted", most_px=60)
    page = shown(qtbot, passage, 300)
    assert page.isVisible()
    assert passage.height() == 60
    assert passage.verticalScrollBar().maximum() > 0
