"""A dialogue is played to the window through a virtual microphone: read while it is heard, named, stopped, kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile
from dialogue import long_turns
from program import services_in
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from virtual_microphone import VirtualMicrophone, microphone  # noqa: F401

from desktop_app.core.export.formats import json_format
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.look.appearance import Appearance
from desktop_app.ui.state.live_session import Phase
from desktop_app.ui.state.recording_state import State

TIMEOUT_MS = 90_000


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    settings: QSettings,
    microphone: VirtualMicrophone,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    microphone.use(monkeypatch)
    services = services_in(tmp_path)
    made = MainWindow(services, Appearance(qapp, settings), settings)
    qtbot.addWidget(made, before_close_func=_ask_nothing)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(services.transcription.engines_reported, timeout=TIMEOUT_MS):
        services.start()
    yield made
    services.shutdown()
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet("")


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> QSettings:
    return QSettings(str(tmp_path_factory.mktemp("settings") / "settings.ini"), QSettings.Format.IniFormat)


def _ask_nothing(window: MainWindow) -> None:
    window.live_views.live.phase = Phase.IDLE
    for recording in window.session.recordings:
        recording.enter(State.DONE)


def _press_record(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.slow
def test_what_is_said_is_read_while_it_is_heard_and_becomes_a_transcript_that_keeps_its_names(
    qtbot: QtBot,
    window: MainWindow,
    microphone: VirtualMicrophone,  # noqa: F811
    tmp_path: Path,
) -> None:
    live, panel = window.live_views.live, window.live_views.panel
    _press_record(qtbot, window)
    qtbot.waitUntil(panel.record.isEnabled, timeout=TIMEOUT_MS)
    qtbot.waitUntil(lambda: live.level is not None, timeout=TIMEOUT_MS)
    _press_record(qtbot, window)
    qtbot.waitUntil(lambda: live.phase is Phase.RECORDING, timeout=TIMEOUT_MS)
    recording = live.recording
    assert recording is not None
    with microphone.playing(long_turns(tmp_path)):
        qtbot.waitUntil(lambda: recording.document.speaking() >= 2, timeout=TIMEOUT_MS)
    first = next(recording.document.transcript.spoken_turns()).speaker
    assert recording.document.rename(first, "Nagg")
    assert window.centre.view.text.toPlainText()
    assert live.lag_ms is not None
    folder = recording.path
    _press_record(qtbot, window)
    qtbot.waitUntil(lambda: live.phase is Phase.IDLE, timeout=TIMEOUT_MS)
    qtbot.waitUntil(lambda: recording.state is State.DONE and not recording.document.is_draft, timeout=TIMEOUT_MS)
    assert "Nagg" in {speaker.name for speaker in recording.document.transcript.speakers}
    assert recording.path.parent == folder
    draft = next(folder.glob("*.json"))
    assert "Nagg" in {speaker.name for speaker in json_format.parse(draft.read_bytes(), source=draft).speakers}
    recording.document.undo()
    assert recording.document.is_draft


@pytest.mark.slow
def test_while_it_is_recorded_another_input_can_be_chosen(
    qtbot: QtBot,
    window: MainWindow,
    microphone: VirtualMicrophone,  # noqa: F811
) -> None:
    live, panel, button = window.live_views.live, window.live_views.panel, window.live_views.strip.input
    live.full_pass = False
    module = microphone.add_microphone("desk", "Tischmikrofon")
    try:
        _press_record(qtbot, window)
        qtbot.waitUntil(panel.record.isEnabled, timeout=TIMEOUT_MS)
        _press_record(qtbot, window)
        qtbot.waitUntil(lambda: live.phase is Phase.RECORDING and live.elapsed_ms > 500, timeout=TIMEOUT_MS)
        before = button.text()
        entry = next(each for each in button.menu().actions() if each.text() == "Tischmikrofon")
        entry.trigger()
        qtbot.waitUntil(lambda: button.text() == "Tischmikrofon", timeout=TIMEOUT_MS)
        switched_ms = live.elapsed_ms
        qtbot.waitUntil(lambda: live.elapsed_ms > switched_ms + 500, timeout=TIMEOUT_MS)
        assert before != "Tischmikrofon"
        assert window.live_views.strip.notice.text() == "The recording goes on with 'Tischmikrofon'."
        _press_record(qtbot, window)
        qtbot.waitUntil(lambda: live.phase is Phase.IDLE, timeout=TIMEOUT_MS)
    finally:
        microphone.unplug(module)
    assert live.recording is not None
    assert soundfile.info(live.recording.path).duration * 1000 >= switched_ms + 500
