"""The window is closed in the middle of the work, without a question; when it is opened again, all is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dialogue import long_turns
from program import TIMEOUT_MS, Program
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from virtual_microphone import VirtualMicrophone, microphone  # noqa: F401

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.found_model import FOUND_ROLE, FoundRow
from desktop_app.ui.state.recording_state import State

pytestmark = pytest.mark.slow


def test_a_job_that_was_interrupted_by_closing_is_done_when_the_window_is_opened_again(
    qtbot: QtBot, begin: Callable[[], Program]
) -> None:
    first = begin()
    first.window.opening.open([sample_recording()])
    qtbot.waitUntil(lambda: first.window.session.working() is not None, timeout=TIMEOUT_MS)
    first.close()

    again = begin()
    session, window = again.window.session, again.window
    qtbot.waitUntil(lambda: len(session.recordings) == 1, timeout=TIMEOUT_MS)
    (one,) = session.recordings
    qtbot.waitUntil(lambda: one.state is State.DONE and one.saved, timeout=TIMEOUT_MS)
    window.recordings.choose(one)
    qtbot.waitUntil(lambda: one.document.has_words() and not window.centre.view.text.is_filling())

    word = max(one.document.transcript.turns[-1].words, key=lambda each: len(each.text)).text.strip(".,?!")
    field, found = window.recordings.search.field, window.recordings.search.list
    window.actions_.search_library.trigger()
    qtbot.keyClicks(field, word)
    qtbot.waitUntil(lambda: _first_turn(window) is not None, timeout=TIMEOUT_MS)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    found.setCurrentIndex(found.model().index(_first_turn(window) or 0, 0))
    qtbot.keyClick(found, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: word in window.centre.view.text.textCursor().selectedText())
    again.close()


def _first_turn(window: MainWindow) -> int | None:
    """The number of the first row that leads into a text."""
    model = window.recordings.search.model
    rows = [model.index(number).data(FOUND_ROLE) for number in range(model.rowCount())]
    leading = (number for number, row in enumerate(rows) if isinstance(row, FoundRow) and row.start_ms is not None)
    return next(leading, None)


def test_what_is_recorded_and_closed_at_once_is_there_and_transcribed(
    qtbot: QtBot,
    begin: Callable[[], Program],
    microphone: VirtualMicrophone,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    microphone.use(monkeypatch)
    first = begin()
    live = first.window.live_views
    with qtbot.waitSignal(first.services.transcription.engines_reported, timeout=TIMEOUT_MS):
        pass
    live.record_or_stop()
    qtbot.waitUntil(live.panel.record.isEnabled, timeout=TIMEOUT_MS)
    qtbot.waitUntil(lambda: live.live.level is not None, timeout=TIMEOUT_MS)
    with microphone.playing(long_turns(tmp_path)):
        live.record_or_stop()
        qtbot.waitUntil(lambda: live.live.elapsed_ms > 4000, timeout=TIMEOUT_MS)
    live.live.stop()
    qtbot.waitUntil(lambda: not live.live.is_recording, timeout=TIMEOUT_MS)
    first.close()

    again = begin()
    session = again.window.session
    qtbot.waitUntil(lambda: len(session.recordings) == 1, timeout=TIMEOUT_MS)
    (one,) = session.recordings
    assert one.recorded_here
    qtbot.waitUntil(lambda: one.state is State.DONE and not one.document.is_draft, timeout=TIMEOUT_MS)
    assert one.document.has_words()
    assert one.project is not None
    again.close()
