"""Searching all recordings, in the panel and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from scripted import ANNA, BEN, ScriptedService, transcript, turn

from desktop_app.jobs.library import Library
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library.found_model import FOUND_ROLE
from desktop_app.ui.library.library_search import NOTHING, LibrarySearch

TALK = transcript(
    turn("so before the second berth was built"),
    turn("until the dispensation yes", 5000, BEN),
    turn("the owners paid", 9000, ANNA),
)
TIMEOUT_MS = 30_000


@pytest.fixture
def searching(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, library: Library, recordings: list[Path]
) -> MainWindow:
    """A window with two recordings, of which one has a text; the other is in view."""
    window.opening.open(recordings[:2])
    service.finish(1, TALK)
    library.start()
    qtbot.waitUntil(lambda: all(each.saved and each.project for each in window.session.recordings))
    window.recordings.choose(window.session.recordings[1])
    return window


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> LibrarySearch:
    search = window.recordings.search
    window.actions_.search_library.trigger()
    qtbot.keyClicks(search.field, text)
    return search


def rows(search: LibrarySearch) -> list[str]:
    return [search.model.index(number).data() for number in range(search.model.rowCount())]


def test_enter_opens_the_recording_at_the_word(qtbot: QtBot, searching: MainWindow) -> None:
    search = type_in(qtbot, searching, "dispens")
    qtbot.waitUntil(lambda: len(rows(search)) == 2, timeout=TIMEOUT_MS)
    assert rows(search)[0].startswith("first · Today")
    assert rows(search)[1] == "Speaker 2 · 00:05: until the dispensation yes"
    qtbot.keyClick(search.field, Qt.Key.Key_Down)
    assert search.list.hasFocus()
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    assert searching.recording is searching.session.recordings[0]
    text = searching.centre.view.text
    qtbot.waitUntil(lambda: text.textCursor().selectedText() == "dispensation")
    assert text.hasFocus()


def test_names_are_found_before_words_and_lead_to_the_recording(qtbot: QtBot, searching: MainWindow) -> None:
    search = type_in(qtbot, searching, "second")
    qtbot.waitUntil(lambda: len(rows(search)) == 3, timeout=TIMEOUT_MS)
    assert rows(search)[0] == "Name: second"
    assert search.model.index(0).data(FOUND_ROLE).start_ms is None


def test_what_is_not_found_is_said(qtbot: QtBot, searching: MainWindow) -> None:
    search = type_in(qtbot, searching, "zeppelin")
    qtbot.waitUntil(search.nothing.isVisible, timeout=TIMEOUT_MS)
    assert search.nothing.text() == NOTHING


def test_escape_shows_the_list_again(qtbot: QtBot, searching: MainWindow) -> None:
    search = type_in(qtbot, searching, "second")
    assert not searching.recordings.list.isVisible()
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert searching.recordings.list.isVisible()
    assert searching.recordings.list.hasFocus()
    assert search.field.text() == ""


def test_what_comes_while_somebody_searches_is_found(
    qtbot: QtBot, searching: MainWindow, service: ScriptedService
) -> None:
    search = type_in(qtbot, searching, "crane")
    qtbot.waitUntil(search.nothing.isVisible, timeout=TIMEOUT_MS)
    service.finish(2, transcript(turn("we had one crane")))
    qtbot.waitUntil(lambda: len(rows(search)) == 2, timeout=TIMEOUT_MS)
