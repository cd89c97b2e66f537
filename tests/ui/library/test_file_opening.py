"""Folders of recordings, opened."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.core.worklist import items
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.library import file_opening


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three recordings in a folder and one in it, and what is none."""
    made = tmp_path / "talks"
    for name in (
        "b.wav",
        "a.mp3",
        "notes.txt",
        ".hidden.wav",
        "c.wav.part",
        "old/d.flac",
        ".thumbnails/e.wav",
    ):
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not really sound")
    (made / "old" / "again.wav").symlink_to(made / "b.wav")
    return made


def found_in(folder: Path) -> list[Path]:
    return [folder / "a.mp3", folder / "b.wav", folder / "old" / "d.flac"]


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, mime, left, none))


def submitted(service: ScriptedService) -> list[Path]:
    return [path for path, _ in service.submitted]


def test_the_recordings_of_a_dropped_folder_and_its_folders_are_queued(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, folder: Path, recordings: list[Path]
) -> None:
    drop(window, recordings[1], folder)
    qtbot.waitUntil(lambda: submitted(service) == [recordings[1], *found_in(folder)])
    assert window.recording is not None
    assert window.recording.path == recordings[1]
    drop(window, folder)
    drop(window, recordings[2])
    qtbot.waitUntil(lambda: recordings[2] in submitted(service))
    qtbot.wait(50)
    assert submitted(service) == [recordings[1], *found_in(folder), recordings[2]]


def test_very_many_files_come_a_few_at_a_time_and_what_shows_them_is_not_made_anew_for_each(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{number:03}.wav" for number in range(200)]
    looked, made_anew = Counter(), Counter()
    realpath, show_work = os.path.realpath, window.status.show_work
    monkeypatch.setattr(os.path, "realpath", lambda path: looked.update([str(path)]) or realpath(path))
    monkeypatch.setattr(window.status, "show_work", lambda *work: made_anew.update(["line"]) or show_work(*work))
    window.recordings.model.modelReset.connect(lambda: made_anew.update(["list"]))
    window.queueing.queue.changed.connect(lambda: made_anew.update(["queue"]))
    first = window.opening.open(files)
    assert window.recording is first
    assert 0 < len(submitted(service)) < len(files)
    qtbot.waitUntil(lambda: submitted(service) == files)
    assert [each.path for each in window.session.recordings] == files
    assert all(looked[str(file)] <= 2 for file in files)
    assert all(1 <= made_anew[shown] <= len(files) / 4 for shown in ("line", "list", "queue"))
    window.opening.open([files[150]])
    assert window.recording.path == files[150]
    assert len(window.session.recordings) == len(files)
    assert looked[str(files[149])] <= 2


def test_a_folder_is_chosen_by_its_command(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, folder: Path
) -> None:
    window.actions_.open_folder.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(folder))
    qtbot.waitUntil(lambda: submitted(service) == found_in(folder))
    dialog.close()


def test_a_folder_without_recordings_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window.opening.open([tmp_path / "empty"])
    qtbot.waitUntil(window.banner.isVisible)
    assert f"There is no recording in {tmp_path / 'empty'}" in window.banner.text.text()


@pytest.mark.parametrize("yes", [True, False])
def test_very_many_are_asked_about_once(
    qtbot: QtBot,
    window: MainWindow,
    service: ScriptedService,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    yes: bool,
) -> None:
    monkeypatch.setattr(file_opening, "MANY", 2)
    window.opening.open([folder])
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    question = window.findChild(QMessageBox)
    assert "There are 3 recordings in" in question.text()
    assert submitted(service) == []
    answers = {button.text(): button for button in question.buttons()}
    answers["Queue all 3" if yes else "Queue none"].click()
    qtbot.waitUntil(lambda: submitted(service) == (found_in(folder) if yes else []))


def test_a_folder_that_cannot_be_read_is_left_out_and_told(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = os.walk

    def locked(top: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        yield from walk(top, onerror=onerror)
        onerror(PermissionError(13, "Permission denied", str(folder / "locked")))

    monkeypatch.setattr(items.os, "walk", locked)
    window.opening.open([folder])
    qtbot.waitUntil(lambda: submitted(service) == found_in(folder))
    assert f"{folder / 'locked'} cannot be read" in window.banner.text.text()
