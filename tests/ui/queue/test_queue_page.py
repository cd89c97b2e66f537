"""The page of the queue."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.queue.queue_page import QueuePage
from desktop_app.ui.state.recording_state import State

HELLO = transcript(turn("hello there"))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path]) -> QueuePage:
    """The first of three recordings is worked on."""
    window.opening.open(recordings)
    service.work(1)
    window.actions_.queue.trigger()
    made = window.queueing.page
    qtbot.waitUntil(lambda: cells(made)[0][1] == "Finding speech")
    return made


def cells(page: QueuePage) -> list[list[str]]:
    model = page.table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def column(page: QueuePage, number: int) -> list[str]:
    return [row[number] for row in cells(page)]


def usable(page: QueuePage) -> list[str]:
    return [button.text() for button in page.acts if button.isEnabled() and button is not page.meeting]


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_recording_has_its_row(page: QueuePage) -> None:
    assert cells(page) == [
        ["first", "Finding speech", "62\u202f%", "1 min"],
        ["second", "Waiting", "", ""],
        ["third", "Waiting", "", ""],
    ]
    assert page.line.text() == "0 of 3 finished"


def test_it_opens_at_what_is_worked_on_and_rows_are_moved_with_the_keyboard(
    qtbot: QtBot, page: QueuePage, service: ScriptedService
) -> None:
    assert page.table.hasFocus()
    assert page.table.current.name == "first"
    assert usable(page) == ["Cancel", "Open"]
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert usable(page) == ["Move up", "Cancel", "Open"]
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT)
    assert column(page, 0) == ["first", "third", "second"]
    assert page.table.current.name == "third"
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [1]
    assert usable(page) == ["Move down", "Cancel", "Open"]
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT)
    assert column(page, 0) == ["first", "second", "third"]
    assert service.moves == [(3, 2), (3, None)]


def test_a_button_moves_too_and_hands_the_keyboard_on_when_it_is_of_no_use(qtbot: QtBot, page: QueuePage) -> None:
    page.table.choose(2)
    page.up.setFocus()
    qtbot.keyClick(page.up, Qt.Key.Key_Space)
    assert column(page, 0) == ["first", "third", "second"]
    assert page.table.hasFocus()


def test_what_waits_and_what_runs_is_cancelled_and_tried_again(
    qtbot: QtBot, page: QueuePage, service: ScriptedService
) -> None:
    page.table.choose(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: column(page, 1) == ["Cancelled", "Finding speech", "Waiting"])
    assert page.table.current.name == "second"
    press(qtbot, page.retry)
    qtbot.waitUntil(lambda: column(page, 0) == ["first", "third", "second"])
    assert service.submitted[-1][0].name == "second.mp3"
    page.table.choose(0)
    press(qtbot, page.cancel)
    qtbot.waitUntil(lambda: cells(page)[0] == ["first", "Cancelled", "", ""])


def test_why_one_failed_is_said_and_the_others_go_on(qtbot: QtBot, page: QueuePage, service: ScriptedService) -> None:
    service.fail(1, "It holds no sound.", "Choose another.")
    service.work(2)
    qtbot.waitUntil(lambda: column(page, 1) == ["Failed: It holds no sound.", "Finding speech", "Waiting"])
    service.finish(2, HELLO)
    qtbot.waitUntil(lambda: page.line.text() == "2 of 3 finished · 1 failed")
    assert cells(page)[1][1:3] == ["Done", "100\u202f%"]


def test_a_partial_text_is_opened(qtbot: QtBot, page: QueuePage, window: MainWindow, service: ScriptedService) -> None:
    window.recordings.choose(window.session.recordings[2])
    service.send(1, turn("good morning"))
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not page.isVisible()
    assert window.recording.name == "first"
    qtbot.waitUntil(lambda: window.centre.view.text.toPlainText() == "good morning")


def test_the_page_says_what_became_of_a_queue_that_is_over(
    qtbot: QtBot, page: QueuePage, service: ScriptedService
) -> None:
    for job in (1, 2, 3):
        service.work(job)
        service.finish(job, HELLO)
    qtbot.waitUntil(lambda: page.line.text().startswith("3 done in "))


def test_a_readers_cells_say_their_column_and_what_is_cut_is_in_the_tip(page: QueuePage) -> None:
    model = page.table.model()
    said = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
    assert said == ["first", "State: Finding speech", "Share: 62\u202f%", "Time left: 1 min"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("first.wav")


def test_only_the_rows_in_view_are_read_when_one_has_changed(
    qtbot: QtBot, page: QueuePage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{number:03}.wav" for number in range(300)]
    window.opening.open(files)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 303)
    qtbot.wait(300)
    read: Counter[str] = Counter()
    seconds_left = window.queueing.queue.seconds_left
    monkeypatch.setattr(
        window.queueing.queue, "seconds_left", lambda each: read.update([each.name]) or seconds_left(each)
    )
    window.queueing.queue.row_changed.emit(page.table.current)
    qtbot.waitUntil(lambda: "second" in read)
    qtbot.wait(50)
    assert len(read) < 50


def test_without_a_queue_the_page_says_so(window: MainWindow) -> None:
    window.actions_.queue.trigger()
    page = window.queueing.page
    assert page.line.text() == "Nothing waits, and nothing is transcribed."
    assert usable(page) == []
    page.close()


def test_a_recording_that_is_removed_leaves_the_page(qtbot: QtBot, page: QueuePage, window: MainWindow) -> None:
    page.table.choose(1)
    second = page.table.current
    window.session.remove(second)
    assert column(page, 0) == ["first", "third"]
    assert page.table.current.name == "third"
    assert page.table.current.state is State.WAITING
