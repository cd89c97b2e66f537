"""Borders between turns, dragged in the lanes by a real mouse."""

from pathlib import Path

import pytest
from outputs import TIMEOUT_MS, sound
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from scripted import BEN, ScriptedService, transcript, turn

from desktop_app.ui.frame.border_dragging import border_between
from desktop_app.ui.frame.main_window import MainWindow

TALK = transcript(turn("good morning have you seen it", 1000), turn("I have not", 6000, BEN))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path) -> MainWindow:
    window.opening.open([sound(tmp_path / "talk.wav", 10)])
    service.finish(1, TALK)
    qtbot.waitUntil(lambda: len(window.centre.view.text.shown) == 2 and not window.centre.view.text.isReadOnly())
    waveform = window.playing.panel.waveform
    qtbot.waitUntil(lambda: waveform.lanes is not None and waveform.length_ms >= 10_000, timeout=TIMEOUT_MS)
    qtbot.waitUntil(lambda: waveform.strips.lanes_height > 0)
    return window


def place(window: MainWindow, time_ms: int) -> QPoint:
    waveform = window.playing.panel.waveform
    x = waveform.strips.left + waveform.navigation.view.x_of(time_ms)
    return QPoint(round(x), waveform.strips.lanes_top + 5)


def drag(qtbot: QtBot, window: MainWindow, from_ms: int, to_ms: int) -> None:
    waveform = window.playing.panel.waveform
    qtbot.mousePress(waveform, LEFT, pos=place(window, from_ms))
    for time_ms in ((from_ms + to_ms) // 2, to_ms):
        qtbot.mouseMove(waveform, place(window, time_ms))
    qtbot.mouseRelease(waveform, LEFT, pos=place(window, to_ms))


def texts(window: MainWindow) -> list[str]:
    assert window.recording is not None
    return [each.text for each in window.recording.document.transcript.spoken_turns()]


def test_a_border_that_is_dragged_stops_at_a_word_and_is_one_step(qtbot: QtBot, shown: MainWindow) -> None:
    drag(qtbot, shown, 6000, 2300)
    assert texts(shown) == ["good morning have you", "seen it I have not"]
    assert shown.recording is not None
    assert len(shown.recording.document.history.done) == 1
    assert shown.actions_.undo.text() == "Undo moving a border"
    shown.editing.undo()
    assert texts(shown) == [each.text for each in TALK.turns]


def test_a_click_on_a_border_moves_nothing(qtbot: QtBot, shown: MainWindow) -> None:
    drag(qtbot, shown, 6000, 6000)
    assert texts(shown) == [each.text for each in TALK.turns]


def test_elsewhere_the_waveform_is_dragged_as_before(qtbot: QtBot, shown: MainWindow) -> None:
    with qtbot.waitSignal(shown.playing.panel.waveform.seek_asked):
        qtbot.mouseClick(shown.playing.panel.waveform, LEFT, pos=place(shown, 4000))
    assert texts(shown) == [each.text for each in TALK.turns]


def test_a_border_can_stand_before_and_behind_every_word() -> None:
    border = border_between(TALK, 5900, 6100)
    assert border is not None
    assert (border.left, border.right, border.at_ms, len(border.snaps_ms)) == (0, 1, 6000, 10)
    assert list(border.snaps_ms) == sorted(border.snaps_ms)
    assert border_between(TALK, 3000, 3100) is None
    assert border_between(TALK, 900, 1100) is None
