"""What happens when the queue is over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.jobs.services import Services
from desktop_app.ui.frame.main_window import MainWindow
from desktop_app.ui.queue.sleep_question import WAIT_S, SleepQuestion
from desktop_app.ui.state.recording_state import State

HELLO = transcript(turn("hello there"))


class ScriptedComputer(QObject):
    """Remembers what it is asked."""

    refused = Signal()
    can_sleep = True

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def keep_awake(self, awake: bool) -> None:
        self.asked.append(awake)

    def sleep(self) -> None:
        self.asked.append("sleep")

    def shutdown(self) -> None:
        """Nothing to end."""


@pytest.fixture
def computer() -> ScriptedComputer:
    return ScriptedComputer()


@pytest.fixture
def services(services: Services, computer: ScriptedComputer) -> Services:
    return replace(services, computer=computer)


@pytest.fixture
def notes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(window.queueing.end.notifications, "tell", told.append)
    return told


def run(service: ScriptedService, *jobs: int) -> None:
    for job in jobs:
        service.work(job)
        service.finish(job, HELLO)


def question(window: MainWindow) -> SleepQuestion | None:
    return window.findChild(SleepQuestion)


def sleepy(window: MainWindow) -> None:
    window.queueing.show_page()
    window.queueing.page.sleep.click()
    window.queueing.page.close()


def test_what_became_of_several_is_said_and_noted_and_the_computer_is_kept_awake_meanwhile(
    qtbot: QtBot,
    window: MainWindow,
    service: ScriptedService,
    recordings: list[Path],
    notes: list[str],
    computer: ScriptedComputer,
) -> None:
    window.opening.open(recordings)
    assert computer.asked == [True]
    run(service, 1, 2)
    service.work(3)
    service.fail(3, "It holds no sound.")
    qtbot.waitUntil(lambda: window.status.message.text().startswith("2 done, 1 failed in "))
    assert notes == [window.status.message.text()]
    assert computer.asked == [True, False]


def test_one_alone_is_no_queue_to_tell_of(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], notes: list[str]
) -> None:
    window.opening.open(recordings[:1])
    with qtbot.waitSignal(window.queueing.queue.ran_out):
        run(service, 1)
    assert window.status.message.text() == ""
    assert notes == []


def test_the_computer_sleeps_a_minute_after_all_is_written(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], computer: ScriptedComputer
) -> None:
    sleepy(window)
    first = window.opening.open(recordings[:1])
    with qtbot.waitSignal(window.queueing.queue.ran_out):
        run(service, 1)
        qtbot.waitUntil(lambda: first.state is State.DONE)
    qtbot.waitUntil(lambda: question(window) is not None)
    assert first.saved
    assert question(window).text().startswith("1 done in ")
    assert question(window).text().endswith(" s. The computer goes to sleep in 60 seconds.")
    for _ in range(WAIT_S):
        assert "sleep" not in computer.asked
        question(window).count()
    assert computer.asked == [True, False, "sleep"]
    assert not window.queueing.page.sleep.isChecked()


def test_it_does_not_sleep_while_something_is_not_on_the_disk(
    qtbot: QtBot, window: MainWindow, service: ScriptedService, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    sleepy(window)
    first, second = window.opening.open(recordings[:2]), window.session.recordings[1]
    monkeypatch.setattr("desktop_app.ui.state.project_keeper.ProjectKeeper._saved", lambda *_: None)
    with qtbot.waitSignal(window.queueing.queue.ran_out):
        run(service, 1, 2)
    qtbot.wait(700)
    assert not first.saved
    assert question(window) is None
    first.saved = second.saved = True
    qtbot.waitUntil(lambda: question(window) is not None)
    question(window).reject()


@pytest.mark.parametrize("how", ["no", "more", "unticked"])
def test_it_can_be_stopped(
    qtbot: QtBot,
    window: MainWindow,
    service: ScriptedService,
    recordings: list[Path],
    computer: ScriptedComputer,
    how: str,
) -> None:
    sleepy(window)
    window.opening.open(recordings[:1])
    run(service, 1)
    qtbot.waitUntil(lambda: question(window) is not None)
    stops: dict[str, Callable[[], object]] = {
        "no": lambda: question(window).escapeButton().click(),
        "more": lambda: window.opening.open(recordings[1:2]),
        "unticked": lambda: window.queueing.page.sleep.click(),
    }
    stops[how]()
    qtbot.waitUntil(lambda: question(window) is None)
    assert "sleep" not in computer.asked


def test_a_refusal_is_told(window: MainWindow, computer: ScriptedComputer) -> None:
    computer.refused.emit()
    assert window.status.message.text() == "The computer did not go to sleep."


def test_where_it_cannot_sleep_nobody_can_want_it(window: MainWindow, computer: ScriptedComputer) -> None:
    computer.can_sleep = False
    window.queueing.show_page()
    assert not window.queueing.page.sleep.isEnabled()
    window.queueing.page.close()


def test_a_note_is_shown_where_the_system_shows_any_and_nobody_looks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon

    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, *_: shown.append(text))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    window.queueing.end.notifications.tell("12 done.")
    assert shown == []
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    window.queueing.end.notifications.tell("12 done.")
    assert shown == ["12 done."]
