"""The panels beside each other, on wide windows and narrow ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.frame.panels import Panels
from desktop_app.ui.library.library_panel import LibraryPanel
from desktop_app.ui.state.session import Session


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> MainWindow:
    window.opening.open(recordings[:1])
    service.finish(1, transcript(turn("hello")))
    qtbot.waitUntil(window.bar.export.isEnabled)
    return window


def shown(window: MainWindow) -> tuple[bool, bool]:
    """Whether library and speakers are in view."""
    return not window.recordings.isHidden(), not window.speakers.isHidden()


@pytest.mark.parametrize(("width", "panels"), [(1280, (True, True)), (860, (True, True)), (720, (False, True))])
def test_what_has_no_room_is_folded_away(
    qtbot: QtBot, reading: MainWindow, width: int, panels: tuple[bool, bool]
) -> None:
    reading.resize(width, 600)
    qtbot.waitUntil(lambda: shown(reading) == panels)
    assert reading.centre.width() >= 400


def test_a_panel_comes_back_when_the_other_needs_less_room(qtbot: QtBot, reading: MainWindow) -> None:
    reading.resize(860, 600)
    wide = QWidget(reading.speakers)
    wide.setMinimumWidth(400)
    layout = reading.speakers.layout()
    assert layout is not None
    layout.addWidget(wide)
    wide.show()
    qtbot.waitUntil(lambda: shown(reading) == (False, True))
    wide.hide()
    qtbot.waitUntil(lambda: shown(reading) == (True, True))


def test_a_panel_comes_back_when_there_is_room(reading: MainWindow) -> None:
    reading.resize(720, 480)
    reading.resize(1280, 800)
    assert shown(reading) == (True, True)


def test_the_library_can_be_had_on_a_narrow_window_in_the_place_of_the_speakers(reading: MainWindow) -> None:
    reading.resize(720, 480)
    reading.actions_.library.trigger()
    assert shown(reading) == (True, False)
    assert reading.actions_.library.isChecked()
    reading.actions_.library.trigger()
    assert shown(reading) == (False, True)


def test_what_was_folded_away_by_hand_stays_away_after_a_restart(
    reading: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    reading.actions_.speakers.trigger()
    assert shown(reading) == (True, False)
    assert reading.close()
    assert make_window().speakers.isHidden()


def test_widths_are_there_after_a_restart(qtbot: QtBot, session: Session, settings: QSettings) -> None:
    first = make_panels(qtbot, session, settings)
    first.moveSplitter(310, 1)
    before = first.sizes()
    assert before[0] == pytest.approx(310, abs=2)
    first.remember()
    assert make_panels(qtbot, session, settings).sizes() == before


def make_panels(qtbot: QtBot, session: Session, settings: QSettings) -> Panels:
    made = Panels(LibraryPanel(session), settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    for panel in (made.recordings, made.speakers):
        panel.filled.emit(True)
    with qtbot.waitExposed(made):
        made.show()
    return made
