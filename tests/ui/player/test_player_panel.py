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
    qtbot.addWidget(made)
    return made


@pytest.fixture
def panel(qtbot: QtBot, window: QWidget, peaks: Peaks, lanes: Lanes) -> PlayerPanel:
    made = PlayerPanel()
    column = QVBoxLayout(window)
    column.addWidget(QWidget(), 1)
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


def test_in_a_low_window_it_has_the_least(qtbot: QtBot, panel: PlayerPanel) -> None:
    panel.window().resize(720, 300)
    qtbot.waitUntil(lambda: panel.waveform.height() == panel.waveform.minimumSizeHint().height())


def test_without_its_lanes_it_is_lower(qtbot: QtBot, panel: PlayerPanel) -> None:
    qtbot.waitUntil(lambda: panel.waveform.height() == panel.waveform.sizeHint().height())
    before = panel.waveform.height()
    panel.waveform.fold_lanes(True)
    qtbot.waitUntil(lambda: panel.waveform.height() < before - 20)
