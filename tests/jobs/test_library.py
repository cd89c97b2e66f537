"""The library beside the window: the list is there at once, follows the disk, and nothing waits for it."""

import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from made_library import read_lines, write_lines
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from desktop_app.core.library.found import Found
from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.outside_list import outside_file, outside_projects, remember_outside
from desktop_app.core.library.values import Change, ChangeKind, Entry
from desktop_app.jobs.library import Library
from desktop_app.jobs.library_lane import PROCESS
from desktop_app.jobs.messages import Failed

TIMEOUT_MS = 20_000
Start = Callable[..., Library]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "projects"
    made.mkdir()
    return made


@pytest.fixture
def start(folder: Path, qtbot: QtBot) -> Iterator[Start]:
    """Starts libraries, and waits until they have looked at all projects."""
    started: list[Library] = []

    def start() -> Library:
        library = Library([folder], read=read_lines)
        started.append(library)
        with qtbot.waitSignal(library.looked_through, timeout=TIMEOUT_MS):
            library.start()
        return library

    yield start
    for each in started:
        each.shutdown()
        assert not each._thread.isRunning()
    assert [child for child in active_children() if child.name == PROCESS] == []


def names(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


def changes_after(qtbot: QtBot, library: Library, act: Callable[[], object]) -> tuple[Change, ...]:
    with qtbot.waitSignal(library.changed, timeout=TIMEOUT_MS) as told:
        act()
    changes: tuple[Change, ...] = told.args[0]
    return changes


def search(qtbot: QtBot, library: Library, text: str) -> Found:
    with qtbot.waitSignal(library.found, timeout=TIMEOUT_MS) as told:
        library.search(text)
    assert told.args[0] == text
    found: Found = told.args[1]
    return found


def test_the_list_comes_at_once_and_again_after_what_was_found(qtbot: QtBot, folder: Path) -> None:
    write_lines(folder / "one.diarist", "One", "apples")
    write_lines(folder / "two.diarist", "Two", "pears", "plums")
    library = Library([folder], read=read_lines)
    lists: list[list[str]] = []
    threads: list[QThread] = []
    library.entries_ready.connect(
        lambda entries: (lists.append(names(entries)), threads.append(QThread.currentThread()))
    )
    with qtbot.waitSignal(library.looked_through, timeout=TIMEOUT_MS):
        library.start()
    library.shutdown()
    assert lists[0] == []
    assert lists[-1] == ["Two", "One"]
    assert set(threads) == {QThread.currentThread()}


def test_what_was_known_is_shown_before_anything_is_looked_at(qtbot: QtBot, folder: Path, start: Start) -> None:
    write_lines(folder / "one.diarist", "One")
    start().shutdown()
    (folder / "one.diarist").unlink()
    library = Library([folder], read=read_lines)
    with qtbot.waitSignal(library.entries_ready, timeout=TIMEOUT_MS) as told:
        library.start()
    library.shutdown()
    assert names(told.args[0]) == ["One"]


def test_the_newest_search_is_answered_and_no_other(qtbot: QtBot, folder: Path, start: Start) -> None:
    write_lines(folder / "one.diarist", "One", "apples and pears")
    library = start()
    answers: list[tuple[str, Found]] = []
    library.found.connect(lambda text, found: answers.append((text, found)))
    for text in ("a", "ap", "app"):
        library.search(text)
    qtbot.waitUntil(lambda: bool(answers), timeout=TIMEOUT_MS)
    assert [text for text, _ in answers] == ["app"]
    assert answers[0][1].recordings[0].hits[0].snippet.spans == ((0, 6),)


def test_what_happens_in_the_folder_is_followed(qtbot: QtBot, folder: Path, start: Start) -> None:
    library = start()
    path = folder / "one.diarist"
    assert changes_after(qtbot, library, lambda: write_lines(path, "One")) == (Change(ChangeKind.ADDED, path),)
    assert changes_after(qtbot, library, path.unlink) == (Change(ChangeKind.REMOVED, path),)


def test_what_happens_further_below_is_seen_when_somebody_comes_back(qtbot: QtBot, folder: Path, start: Start) -> None:
    path = write_lines(folder / "below" / "one.diarist", "One", "apples")
    library = start()
    write_lines(path, "One", "pears")
    assert changes_after(qtbot, library, library.refresh) == (Change(ChangeKind.CHANGED, path),)
    assert search(qtbot, library, "pears").recordings


def test_a_project_that_is_saved_is_found_soon_and_read_once(qtbot: QtBot, folder: Path, start: Start) -> None:
    library = start()
    path = write_lines(folder / "below" / "one.diarist", "One", "apples")
    changes = []
    library.changed.connect(changes.append)
    for _ in range(5):
        library.note_saved(path)
    qtbot.waitUntil(lambda: bool(changes), timeout=TIMEOUT_MS)
    assert changes == [(Change(ChangeKind.ADDED, path),)]
    assert search(qtbot, library, "apples").recordings


def test_a_project_elsewhere_is_remembered_from_when_it_was_saved(qtbot: QtBot, tmp_path: Path, start: Start) -> None:
    path = write_lines(tmp_path / "desk" / "one.diarist", "One")
    library = start()
    library.note_saved(path)
    library.shutdown()
    assert outside_projects() == (path,)
    start()
    with LibraryIndex() as index:
        assert names(index.entries()) == ["One"]


def test_a_project_that_was_moved_in_is_not_remembered_as_elsewhere(
    qtbot: QtBot, tmp_path: Path, folder: Path, start: Start
) -> None:
    path = write_lines(tmp_path / "desk" / "one.diarist", "One")
    remember_outside(path)
    library = start()
    new = folder / "one.diarist"
    changes = changes_after(qtbot, library, lambda: path.rename(new))
    assert changes[0] == Change(ChangeKind.MOVED, new, path)
    qtbot.waitUntil(lambda: outside_projects() == (), timeout=TIMEOUT_MS)


def test_a_recording_leads_to_its_project(qtbot: QtBot, folder: Path, start: Start) -> None:
    path = write_lines(folder / "one.diarist", "One")
    library = start()
    for sound, project in ((path.with_suffix(".wav"), path), (folder / "none.wav", None)):
        with qtbot.waitSignal(library.project_found, timeout=TIMEOUT_MS) as told:
            library.find_project(sound)
        assert told.args == [sound, project]


def test_what_was_removed_is_forgotten_wherever_it_was(qtbot: QtBot, tmp_path: Path, start: Start) -> None:
    path = write_lines(tmp_path / "drive" / "one.diarist", "One", "apples")
    remember_outside(path)
    library = start()
    assert search(qtbot, library, "apples").recordings
    path.unlink()
    assert changes_after(qtbot, library, lambda: library.forget([path])) == (Change(ChangeKind.REMOVED, path),)
    assert outside_projects() == ()
    assert not search(qtbot, library, "apples").recordings
    with LibraryIndex() as index:
        assert not any(b"apples" in each.read_bytes() for each in index.path.parent.glob("library.sqlite*"))


def test_what_is_there_is_not_forgotten(qtbot: QtBot, folder: Path, start: Start) -> None:
    path, other = (write_lines(folder / f"{name}.diarist", name, "apples") for name in ("one", "other"))
    library = start()
    other.unlink()
    changes = changes_after(qtbot, library, lambda: library.forget([path, other]))
    assert changes == (Change(ChangeKind.REMOVED, other),)
    assert len(search(qtbot, library, "apples").recordings) == 1


def test_a_lost_index_is_filled_again(qtbot: QtBot, folder: Path, start: Start) -> None:
    path = write_lines(folder / "one.diarist", "One", "apples")
    library = start()
    with LibraryIndex() as index:
        for each in index.path.parent.glob("library.sqlite*"):
            each.unlink()
    changes: list[Change] = []
    library.changed.connect(changes.extend)
    assert not search(qtbot, library, "apples").recordings
    qtbot.waitUntil(lambda: changes == [Change(ChangeKind.ADDED, path)], timeout=TIMEOUT_MS)
    assert search(qtbot, library, "apples").recordings
    library.rebuild()
    qtbot.waitUntil(lambda: changes == [Change(ChangeKind.ADDED, path)] * 2, timeout=TIMEOUT_MS)
    assert search(qtbot, library, "apples").recordings


def test_a_file_that_nobody_thought_of_hides_no_other(qtbot: QtBot, folder: Path, start: Start) -> None:
    write_lines(folder / "bug.diarist", "bug")
    write_lines(folder / "one.diarist", "One", "apples")
    library = start()
    assert search(qtbot, library, "apples").recordings
    with LibraryIndex() as index:
        assert "RuntimeError: nobody thought of this" in str({each.problem for each in index.entries()})


def test_the_process_that_reads_is_replaced_where_it_is_killed(qtbot: QtBot, folder: Path, start: Start) -> None:
    write_lines(folder / "one.diarist", "One", "apples")
    library = start()
    (process,) = [child for child in active_children() if child.name == PROCESS]
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    write_lines(folder / "two.diarist", "Two", "apples")
    qtbot.waitUntil(lambda: len(search(qtbot, library, "apples").recordings) == 2, timeout=TIMEOUT_MS)


def test_a_project_that_is_never_read_to_its_end_holds_nothing_up(folder: Path, qtbot: QtBot) -> None:
    write_lines(folder / "one.diarist", "endless")
    library = Library([folder], read=read_lines)
    library.start()
    qtbot.waitUntil(lambda: (folder / "one.begun").exists(), timeout=TIMEOUT_MS)
    library.shutdown()
    assert not library._thread.isRunning()
    with LibraryIndex() as index:
        assert index.entries() == ()


def test_a_list_of_projects_elsewhere_that_cannot_be_read_is_told_once_and_takes_none_away(
    qtbot: QtBot, tmp_path: Path, folder: Path, start: Start
) -> None:
    remember_outside(write_lines(tmp_path / "one.diarist", "One"))
    start().shutdown()
    outside_file().write_text("nonsense")
    library = Library([folder], read=read_lines)
    failures: list[Failed] = []
    library.failed.connect(failures.append)
    for begin in (library.start, library.refresh):
        with qtbot.waitSignal(library.looked_through, timeout=TIMEOUT_MS):
            begin()
    library.shutdown()
    assert len(failures) == 1
    with LibraryIndex() as index:
        assert names(index.entries()) == ["One"]


def test_other_folders_can_be_followed(qtbot: QtBot, tmp_path: Path, start: Start) -> None:
    path = write_lines(tmp_path / "others" / "two.diarist", "Two")
    library = start()
    changes = changes_after(qtbot, library, lambda: library.follow([path.parent]))
    assert changes == (Change(ChangeKind.ADDED, path),)


def test_what_is_asked_at_the_end_is_given_up_without_a_signal(qtbot: QtBot, folder: Path, start: Start) -> None:
    write_lines(folder / "one.diarist", "One", "apples")
    library = start()
    with qtbot.assertNotEmitted(library.found), qtbot.assertNotEmitted(library.entries_ready):
        library.search("apples")
        library.refresh()
        library.shutdown()
        QCoreApplication.processEvents()


def test_one_that_was_never_started_can_be_ended(folder: Path) -> None:
    Library([folder]).shutdown()
