"""A real engine process doubts the language of a recording, and the window lets its job be stopped, or go on."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from real_service import TIMEOUT_MS, service  # noqa: F401

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.situation import Action
from desktop_app.ui.transcript.language_note import LanguageNote

pytestmark = pytest.mark.slow
TIMES = 9
DOUBT = "Moonshine tiny (English) says the same again and again, as it does with other languages than English"


@pytest.fixture
def circling(tmp_path: Path) -> Path:
    """Four minutes in which the same is said again and again: what Moonshine writes of it goes in circles."""
    sound, rate_hz = soundfile.read(sample_recording(), dtype="int16")
    soundfile.write(tmp_path / "circling.wav", np.tile(sound, TIMES), rate_hz)
    return tmp_path / "circling.wav"


def wait_for(qtbot: QtBot, note: LanguageNote) -> None:
    qtbot.waitUntil(note.isVisible, timeout=TIMEOUT_MS)
    assert note.sentence.text().startswith(DOUBT)


def test_a_job_that_is_doubted_is_stopped_with_what_there_is_and_begun_again_goes_on_to_its_end(
    qtbot: QtBot, window: MainWindow, circling: Path
) -> None:
    window.opening.open([circling])
    (recording,) = window.session.recordings
    view = window.centre.view
    wait_for(qtbot, view.language_note)
    assert recording.state is State.WORKING
    qtbot.mouseClick(view.language_note.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recording.state is State.CANCELLED, timeout=TIMEOUT_MS)
    assert view.language_note.isHidden()
    kept = recording.document.transcript
    heard_ms = sum(span.duration_ms for turn in kept.turns for span in turn.speech)
    assert heard_ms >= 120_000
    assert kept.incomplete_from_ms is not None
    assert kept.incomplete_from_ms < soundfile.info(circling).duration * 1000

    qtbot.mouseClick(view.strip.buttons[Action.RETRY], Qt.MouseButton.LeftButton)
    wait_for(qtbot, view.language_note)
    qtbot.mouseClick(view.language_note.go_on, Qt.MouseButton.LeftButton)
    assert view.language_note.isHidden()
    qtbot.waitUntil(lambda: recording.state is State.DONE, timeout=TIMEOUT_MS)
    assert view.language_note.isHidden()
    done = recording.document.transcript
    assert done.incomplete_from_ms is None
    assert len(done.turns) > len(kept.turns)
    assert [warning for warning in done.warnings if warning.startswith(DOUBT)]
