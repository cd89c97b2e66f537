"""Projects in a folder that is synchronised: what to mind is said once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.jobs.projects import Projects
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.shared_folder_note import sentence


@pytest.fixture
def projects(qapp: QApplication, tmp_path: Path) -> Iterator[Projects]:
    made = Projects(lambda: tmp_path / "Dropbox" / "Diarist")
    yield made
    made.shutdown()


def test_it_is_said_once_also_after_a_restart(
    qtbot: QtBot, window: MainWindow, make_window: Callable[[], MainWindow], recordings: list[Path]
) -> None:
    note = window.live_views.notes
    first = window.opening.open(recordings[:1])
    qtbot.waitUntil(lambda: first.project is not None)
    assert note.text.text() == sentence("Dropbox")
    note.show_sentence("")
    second = window.opening.open(recordings[1:2])
    qtbot.waitUntil(lambda: second.project is not None)
    assert not note.isVisible()
    again = make_window()
    third = again.opening.open(recordings[2:])
    qtbot.waitUntil(lambda: third.project is not None)
    assert again.live_views.notes.text.text() == ""
