"""A window with a recording that is read."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from scripted import BEN, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow

TALK = transcript(turn("good morning have you seen it"), turn("I have", 4000, BEN))


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> MainWindow:
    window.opening.open(recordings[:1])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.centre.view.text.shown) == 2)
    qtbot.waitUntil(window.speakers.isVisible)
    window.activateWindow()
    return window
