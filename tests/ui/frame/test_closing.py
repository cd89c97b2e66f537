"""Closing the window."""

from pathlib import Path

from asked import answer, is_asked, question
from pytestqt.qtbot import QtBot
from scripted import ANNA, ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow


def test_a_window_without_work_closes(window: MainWindow) -> None:
    assert window.close()


def test_closing_with_a_running_job_asks_nothing(window: MainWindow, recordings: list[Path]) -> None:
    window.opening.open(recordings[:2])
    assert window.close()
    assert not is_asked(window)


def test_closing_with_a_transcript_that_is_not_exported_asks_nothing(reading: MainWindow) -> None:
    reading.recording.document.rename(ANNA.id, "Anna")
    assert reading.close()
    assert not is_asked(reading)


def test_closing_asks_where_the_disk_took_nothing(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "projects").write_text("a file where the folder should be")
    window.opening.open(recordings[:1])
    service.finish(1, transcript(turn("hello")))
    qtbot.waitUntil(lambda: bool(window.session.unkept()))
    assert not window.close()
    box = question(window)
    assert box.text().startswith("What you did to first is not on the disk.")
    answer(window, "Close and lose it")
    qtbot.waitUntil(lambda: not window.isVisible())
