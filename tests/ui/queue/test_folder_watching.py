"""A watched folder, in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.core.project.places import library_folders
from desktop_app.core.store.settings_file import change_settings, load_settings
from desktop_app.core.worklist import folder_watch
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.queue import folder_watching


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_watch, "SETTLED_S", 0.05)
    for name in ("SLOW_MS", "SOON_MS", "AT_ONCE_MS"):
        monkeypatch.setattr(folder_watching, name, 30)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(window: MainWindow, inbox: Path) -> MainWindow:
    """A window whose library is listed, and which watches the folder."""
    window.session.stored.take([])
    window.queueing.show_page()
    window.queueing.page.watched.take(str(inbox))
    window.queueing.page.close()
    return window


def submitted(service: ScriptedService) -> list[Path]:
    return [path for path, _ in service.submitted]


def test_what_comes_into_the_folder_is_queued_with_the_choices_and_nothing_else_comes_into_view(
    qtbot: QtBot, watching: MainWindow, service: ScriptedService, inbox: Path, recordings: list[Path]
) -> None:
    assert load_settings().queue.watch == str(inbox)
    shown = watching.opening.open(recordings[:1])
    change_settings({"queue.engine": "whisper"})
    watching.queueing.take_up()
    (inbox / "talk.wav").write_bytes(b"talk")
    (inbox / "copy.wav").write_bytes(b"talk")
    qtbot.waitUntil(lambda: len(submitted(service)) == 2)
    assert submitted(service)[1] == inbox / "copy.wav"
    assert service.engines == [None, "whisper"]
    assert watching.recording is shown
    assert watching.status.message.text() == "1 recording of the watched folder is queued."
    qtbot.wait(300)
    assert len(submitted(service)) == 2


def test_nothing_is_queued_twice_in_another_life(
    qtbot: QtBot,
    watching: MainWindow,
    service: ScriptedService,
    inbox: Path,
    make_window: Callable[[], MainWindow],
) -> None:
    (inbox / "talk.wav").write_bytes(b"talk")
    qtbot.waitUntil(lambda: submitted(service) == [inbox / "talk.wav"])
    qtbot.waitUntil(lambda: watching.queueing.watching._task is None)
    watching.queueing.close()
    (inbox / "talk.wav").rename(inbox / "renamed.wav")
    (inbox / "new.wav").write_bytes(b"new")
    later = make_window()
    qtbot.wait(200)
    assert len(submitted(service)) == 1  # before the library is listed
    later.session.stored.take([])
    qtbot.waitUntil(lambda: submitted(service)[1:] == [inbox / "new.wav"])
    qtbot.wait(200)
    assert len(submitted(service)) == 2
    later.queueing.close()


def test_a_folder_that_goes_away_is_told_and_found_again(
    qtbot: QtBot, watching: MainWindow, service: ScriptedService, inbox: Path
) -> None:
    row = watching.queueing.page.watched
    assert row.text.text() == str(inbox)
    away = inbox.rename(inbox.with_name("away"))
    qtbot.waitUntil(lambda: watching.status.message.text() == f"{inbox} is not there now.")
    assert row.text.text() == f"{inbox} is not there now."
    (away / "talk.wav").write_bytes(b"talk")
    away.rename(inbox)
    qtbot.waitUntil(lambda: submitted(service) == [inbox / "talk.wav"])
    assert row.text.text() == str(inbox)


def test_watching_is_stopped(qtbot: QtBot, watching: MainWindow, service: ScriptedService, inbox: Path) -> None:
    watching.queueing.show_page()
    row = watching.queueing.page.watched
    qtbot.mouseClick(row.stop, Qt.MouseButton.LeftButton)
    assert load_settings().queue.watch == ""
    assert not row.stop.isEnabled()
    (inbox / "talk.wav").write_bytes(b"talk")
    qtbot.wait(300)
    assert submitted(service) == []
    watching.queueing.page.close()


def test_a_folder_is_chosen_but_not_that_of_our_own_recordings(qtbot: QtBot, window: MainWindow, inbox: Path) -> None:
    window.queueing.show_page()
    page = window.queueing.page
    qtbot.mouseClick(page.watched.choose, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(inbox))
    dialog.close()
    assert load_settings().queue.watch == str(inbox)
    page.watched.take(str(library_folders()[0]))
    assert "keeps its own recordings" in page.error.text()
    assert load_settings().queue.watch == str(inbox)
    page.close()
