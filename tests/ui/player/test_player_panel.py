"""The player takes the room that it needs, and leaves the text the most of a low window."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.audio.peaks import Peaks
from desktop_app.ui.player.lanes import Lanes
from desktop_app.ui.player.player_panel import PlayerPanel


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setMinimumSize(100, 100)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def beside(window: QWidget) -> QWidget:
    return QWidget(window)


@pytest.fixture
def panel(qtbot: QtBot, window: QWidget, beside: QWidget, peaks: Peaks, lanes: Lanes) -> PlayerPanel:
    made = PlayerPanel()
    column = QVBoxLayout(window)
    column.addWidget(beside, 1)
    column.addWidget(made)
    made.show()
    window.resize(1280, 900)
    with qtbot.waitExposed(window):
        window.show()
    made.waveform.show_peaks(peaks)
    made.waveform.show_lanes(lanes)
    return made


def test_in_a_high_window_it_has_all_that_it_wants(qtbot: QtBot, panel: PlayerPanel) -> None:
    qtbot.waitUntil(lambda: panel.waveform.height() == panel.waveform.sizeHint().height())


def test_in_a_low_window_it_takes_its_share(qtbot: QtBot, panel: PlayerPanel) -> None:
    panel.window().resize(720, 400)
    qtbot.waitUntil(lambda: panel.waveform.height() == 104)
    panel.window().resize(720, 900)
    qtbot.waitUntil(lambda: panel.waveform.height() == panel.waveform.sizeHint().height())


def test_where_others_need_the_room_there_is_the_bar_alone(qtbot: QtBot, panel: PlayerPanel, beside: QWidget) -> None:
    beside.setMinimumHeight(800)
    qtbot.waitUntil(lambda: not panel.waveform.isVisible())
    panel.transport.set_available(None)
    panel.take_focus()
    assert panel.transport.play.hasFocus()
    beside.setMinimumHeight(20)
    qtbot.waitUntil(panel.waveform.isVisible)


def test_without_its_lanes_it_is_lower(qtbot: QtBot, panel: PlayerPanel) -> None:
    qtbot.waitUntil(lambda: panel.waveform.height() == panel.waveform.sizeHint().height())
    before = panel.waveform.height()
    panel.waveform.fold_lanes(True)
    qtbot.waitUntil(lambda: panel.waveform.height() < before - 20)
