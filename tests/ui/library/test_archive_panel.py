"""An archive in the library's panel: its list, its words, its recordings; and nothing of it is changed."""

from pathlib import Path

import pytest
from made_archive import outcome, talk, write_results
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from scripted import menu_action

from desktop_app.core.archive.index_writing import write_index
from desktop_app.core.library.found import Found
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.jobs.library import Library
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State

TIMEOUT_MS = 30_000


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A project, and subtitles."""
    folder = tmp_path / "texts"
    subtitles = write_results(folder, "b", talk("a new railway", "over the harbour bridge"), "srt")
    (folder / "a.diarist").write_bytes(PROJECT_FORMAT.render(talk("the old harbour", "was here")))
    done = [
        outcome("tapes/a.wav", "a.diarist", at="2026-11-02T10:00:00+00:00"),
        outcome("tapes/b.wav", *subtitles, at="2026-11-01T10:00:00+00:00"),
    ]
    write_index(folder, done, folder / "diarist-archive.index", lambda _: None)
    return folder


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, library: Library, texts: Path, recordings: list[Path]) -> MainWindow:
    """A window that shows the archive, and has a recording of its own."""
    library.start()
    window.opening.open(recordings[:1])
    choose(qtbot, window, texts / "diarist-archive.index")
    qtbot.waitUntil(lambda: len(listed(window)) == 2, timeout=TIMEOUT_MS)
    return window


def choose(qtbot: QtBot, window: MainWindow, index: Path) -> None:
    """Choose an archive in the menu."""
    menu_action(window, "Open an archive…").trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(index))
    dialog.close()


def listed(window: MainWindow) -> list[str]:
    rows = window.recordings.archive.model()
    return [rows.index(number, 0).data() for number in range(rows.rowCount())]


def found(window: MainWindow) -> list[str]:
    rows = window.recordings.search.model
    return [rows.index(number).data() for number in range(rows.rowCount())]


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.actions_.search_library.trigger()
    window.recordings.search.field.clear()
    qtbot.keyClicks(window.recordings.search.field, text)


def shown(qtbot: QtBot, window: MainWindow) -> Recording:
    qtbot.waitUntil(lambda: window.recording is not None and window.recording.state is State.DONE, timeout=TIMEOUT_MS)
    assert window.recording is not None
    return window.recording


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_stands_in_the_place_of_the_library(opened: MainWindow) -> None:
    panel = opened.recordings
    assert panel.archive.isVisible()
    assert opened.focusWidget() is panel.archive
    assert panel.heading.text() == "Archive texts"
    assert [each.rpartition(": ")[2] for each in listed(opened)] == ["tapes/a.wav", "tapes/b.wav"]
    assert [each.name for each in opened.session.recordings] == ["first"]


def test_it_is_shown_where_nothing_was_before(qtbot: QtBot, window: MainWindow, library: Library, texts: Path) -> None:
    library.start()
    assert window.recordings.isHidden()
    choose(qtbot, window, texts / "diarist-archive.index")
    qtbot.waitUntil(window.recordings.archive.isVisible, timeout=TIMEOUT_MS)


def test_it_is_shown_where_the_library_was_folded_away(qtbot: QtBot, opened: MainWindow, texts: Path) -> None:
    opened.recordings.leave_archive.click()
    opened.actions_.library.trigger()
    assert opened.recordings.isHidden()
    choose(qtbot, opened, texts / "diarist-archive.index")
    qtbot.waitUntil(opened.recordings.archive.isVisible, timeout=TIMEOUT_MS)


def test_the_same_place_leads_back_to_the_library(opened: MainWindow) -> None:
    opened.recordings.leave_archive.click()
    panel = opened.recordings
    assert panel.list.isVisible()
    assert panel.heading.text() == "Library"
    assert not panel.leave_archive.isVisible()
    assert opened.actions_.open_archive.text() == "Open an archive…"


def test_the_action_that_opened_it_leaves_it(opened: MainWindow) -> None:
    assert opened.actions_.open_archive.text() == "Back to the library"
    opened.actions_.open_archive.trigger()
    assert opened.recordings.list.isVisible()


def test_a_found_word_is_shown_in_its_recording(qtbot: QtBot, opened: MainWindow, texts: Path) -> None:
    before = contents(texts)
    search(qtbot, opened, "bridge")
    qtbot.waitUntil(lambda: len(found(opened)) == 2, timeout=TIMEOUT_MS)
    qtbot.keyClick(opened.recordings.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(opened.recordings.search.list, Qt.Key.Key_Return)
    assert shown(qtbot, opened).name == "tapes/b.wav"
    text = opened.centre.view.text
    qtbot.waitUntil(lambda: text.textCursor().selectedText() == "bridge", timeout=TIMEOUT_MS)
    assert contents(texts) == before


def test_a_late_answer_of_the_library_is_not_shown(qtbot: QtBot, opened: MainWindow, library: Library) -> None:
    search(qtbot, opened, "bridge")
    qtbot.waitUntil(lambda: len(found(opened)) == 2, timeout=TIMEOUT_MS)
    library.found.emit("bridge", Found())
    assert len(found(opened)) == 2


def test_the_library_is_searched_again_when_it_is_left(qtbot: QtBot, opened: MainWindow) -> None:
    search(qtbot, opened, "harbour")
    qtbot.waitUntil(lambda: len(found(opened)) == 4, timeout=TIMEOUT_MS)
    opened.recordings.leave_archive.click()
    assert opened.recordings.search.field.text() == ""
    search(qtbot, opened, "harbour")
    qtbot.waitUntil(opened.recordings.search.nothing.isVisible, timeout=TIMEOUT_MS)


def test_a_project_of_it_is_read_and_never_changed(
    qtbot: QtBot, opened: MainWindow, texts: Path, tmp_path: Path
) -> None:
    before = contents(texts)
    qtbot.keyClick(opened.recordings.archive, Qt.Key.Key_Home)
    qtbot.keyClick(opened.recordings.archive, Qt.Key.Key_Return)
    recording = shown(qtbot, opened)
    assert (recording.name, recording.project, recording.sound) == ("tapes/a.wav", None, Path("/tapes/a.wav"))
    assert recording.export_folder != texts
    recording.document.rename("S1", "Anna Blume")
    qtbot.waitUntil(lambda: recording.project is not None and recording.saved, timeout=TIMEOUT_MS)
    assert recording.project.parent == tmp_path / "projects"
    assert contents(texts) == before


def test_its_sound_can_be_found(qtbot: QtBot, opened: MainWindow, texts: Path, tmp_path: Path) -> None:
    recording = opened.session.open_of_archive(texts / "a.diarist", "a")
    qtbot.waitUntil(lambda: recording.state is State.DONE, timeout=TIMEOUT_MS)
    recording.take_sound(tmp_path / "found.wav")
    assert recording.sound == tmp_path / "found.wav"


def test_removing_one_takes_nothing_from_it(qtbot: QtBot, opened: MainWindow, texts: Path) -> None:
    before = contents(texts)
    recording = opened.session.open_of_archive(texts / "a.diarist", "a")
    qtbot.waitUntil(lambda: recording.state is State.DONE, timeout=TIMEOUT_MS)
    opened.session.remove(recording, with_sound=True)
    assert contents(texts) == before


def test_one_is_opened_once(qtbot: QtBot, opened: MainWindow, texts: Path) -> None:
    first = opened.session.open_of_archive(texts / "b.srt", "b")
    assert opened.session.open_of_archive(texts / "b.srt", "b") is first


def test_a_result_that_is_gone_is_said_and_tried_again(qtbot: QtBot, opened: MainWindow, texts: Path) -> None:
    project = (texts / "a.diarist").read_bytes()
    (texts / "a.diarist").unlink()
    recording = opened.session.open_of_archive(texts / "a.diarist", "a")
    qtbot.waitUntil(lambda: recording.state is State.FAILED, timeout=TIMEOUT_MS)
    (texts / "a.diarist").write_bytes(project)
    opened.session.retry(recording)
    qtbot.waitUntil(lambda: recording.state is State.DONE, timeout=TIMEOUT_MS)
    assert recording.project is None


def test_what_is_no_archive_is_said_and_the_library_stays(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path
) -> None:
    library.start()
    (tmp_path / "other.index").write_text("an index of a book")
    choose(qtbot, window, tmp_path / "other.index")
    qtbot.waitUntil(lambda: "cannot be read as the index of an archive" in window.banner.text.text())
    assert window.recordings.heading.text() == "Library"
