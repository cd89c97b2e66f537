"""The queue: what is in it, in which order, and how long it takes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from pytestqt.qtbot import QtBot
from scripted import ScriptedService, transcript, turn

from desktop_app.core.library.project_reading import read_library_project
from desktop_app.core.library.values import Entry
from desktop_app.core.worklist.queue_order import kept_order
from desktop_app.jobs.projects import Projects
from desktop_app.ui.state.job_ending import Ended, Ending
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.queue_order import QueueOrder
from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session
from desktop_app.ui.state.work_queue import Outcome, WorkQueue

HELLO = transcript(turn("hello there"))


class Clock:
    """Says what time it is."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(session: Session, clock: Clock) -> WorkQueue:
    return WorkQueue(session, session, clock)


def names(recordings: object) -> list[str]:
    return [each.name for each in recordings]


def test_one_that_fails_stops_no_other(
    qtbot: QtBot, queue: WorkQueue, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings)
    with qtbot.waitSignal(queue.ran_out) as over:
        service.work(1)
        service.fail(1, "It holds no sound.")
        service.work(2)
        service.cancelled.emit(2)
        service.work(3)
        service.finish(3, HELLO)
    assert names(queue.rows) == ["first", "second", "third"]
    assert [queue.ending(each) for each in queue.rows] == [
        Ended(Ending.FAILED, "It holds no sound."),
        Ended(Ending.CANCELLED),
        Ended(Ending.DONE),
    ]
    assert over.args == [Outcome(1, 1, 1, 0, 0.0)]


def test_what_waits_can_be_moved_and_what_runs_cannot(
    qtbot: QtBot, queue: WorkQueue, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    first = session.open(recordings)
    service.work(1)
    qtbot.waitUntil(lambda: first.state is State.WORKING)
    second, third = queue.rows[1:]
    assert not queue.can_move(first, 1)
    assert not queue.can_move(second, -1)
    queue.move(third, -1)
    assert names(queue.rows) == ["first", "third", "second"]
    queue.move(third, 1)
    assert names(queue.rows) == ["first", "second", "third"]
    assert service.moves == [(3, 2), (3, None)]


def test_the_time_left_follows_from_what_is_done(
    qtbot: QtBot, queue: WorkQueue, session: Session, service: ScriptedService, recordings: list[Path], clock: Clock
) -> None:
    first = session.open(recordings)
    second, third = queue.rows[1:]
    service.work(1, eta_s=30)
    qtbot.waitUntil(lambda: first.progress is not None)
    assert queue.seconds_left(first) == 30
    assert queue.seconds_left(second) is None
    assert queue.seconds_left_of_all() is None
    clock.now_s += 10
    service.finish(1, transcript(turn("hello", 99_700)))  # 100 s
    qtbot.waitUntil(lambda: first.state is State.DONE)
    assert queue.seconds_left(first) is None
    assert queue.seconds_left(second) is None
    queue.note_length(second, 200_000)
    queue.note_length(third, 300_000)
    assert queue.seconds_left(second) == pytest.approx(20)
    assert queue.seconds_left(third) == pytest.approx(50)
    service.work(2, eta_s=7)
    qtbot.waitUntil(lambda: second.progress is not None)
    assert queue.seconds_left_of_all() == pytest.approx(37)


def test_a_queue_that_is_over_is_forgotten_when_another_begins_but_not_when_one_is_tried_again(
    qtbot: QtBot, queue: WorkQueue, session: Session, service: ScriptedService, recordings: list[Path], clock: Clock
) -> None:
    session.open(recordings[:2])
    with qtbot.waitSignal(queue.ran_out):
        service.work(1)
        service.finish(1, HELLO)
        service.work(2)
        service.fail(2, "No.")
    clock.now_s += 1000
    session.retry(queue.rows[1])
    assert names(queue.rows) == ["first", "second"]
    with qtbot.waitSignal(queue.ran_out) as over:
        service.work(3)
        service.finish(3, HELLO)
    assert over.args == [Outcome(2, 0, 0, 0, 0.0)]
    session.open(recordings[2:])
    assert names(queue.rows) == ["third"]


def test_it_is_not_over_while_something_is_written_and_what_is_removed_is_in_nobodys_way(
    qtbot: QtBot, queue: WorkQueue, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    first = session.open(recordings[:2])
    session.jobs.ended.connect(lambda recording, _: queue.begin_writing(recording))
    service.work(1)
    service.finish(1, HELLO)
    qtbot.waitUntil(lambda: queue.ending(first) is not None)
    with qtbot.assertNotEmitted(queue.ran_out):
        session.remove(queue.rows[1])
    assert queue.is_busy
    with qtbot.waitSignal(queue.ran_out) as over:
        queue.end_writing(first, "There is no room.", failed=True)
    assert over.args[0].unwritten == 1
    assert queue.note(first) == "There is no room."


@pytest.fixture
def again(qtbot: QtBot, projects: Projects, tmp_path: Path) -> Iterator[Callable[[], ScriptedService]]:
    """The program, started again; the service that it asks then."""
    lives: list[Projects] = []

    def begin() -> ScriptedService:
        projects.shutdown()
        folder = tmp_path / "projects"
        lives.append(Projects(lambda: folder))
        service = ScriptedService()
        session = Session(service, ProjectKeeper(lives[-1]), lives[-1])
        entries = [Entry(path, read_library_project(path).summary) for path in sorted(folder.glob("*.diarist"))]
        session.stored.take(sorted(entries, key=lambda each: each.summary.made_at, reverse=True))
        return service

    yield begin
    for life in lives:
        life.shutdown()


def test_the_order_is_the_same_after_a_restart(
    qtbot: QtBot, queue: WorkQueue, session: Session, recordings: list[Path], again: Callable[[], ScriptedService]
) -> None:
    order = QueueOrder(queue, session, queue)
    session.open(recordings)
    third: Recording = queue.rows[2]
    queue.move(third, -1)
    qtbot.waitUntil(lambda: all(each.project for each in queue.rows))
    wanted = tuple(each.project for each in queue.rows)
    qtbot.waitUntil(lambda: kept_order() == wanted)
    queue.move(third, -1)
    order.close()
    assert kept_order() == (wanted[1], wanted[0], wanted[2])
    service = again()
    qtbot.waitUntil(lambda: [path for path, _ in service.submitted] == [recordings[i] for i in (2, 0, 1)])


def test_a_move_is_on_the_disk_at_once_however_soon_after_another_change(
    qtbot: QtBot, queue: WorkQueue, session: Session, recordings: list[Path]
) -> None:
    QueueOrder(queue, session, queue)
    session.open(recordings)
    qtbot.waitUntil(lambda: all(each.project for each in queue.rows))
    first, second, third = (each.project for each in queue.rows)
    qtbot.waitUntil(lambda: kept_order() == (first, second, third))
    queue.changed.emit()
    queue.move(queue.rows[2], -1)
    queue.move(queue.rows[1], -1)
    until_s = monotonic() + 10
    while kept_order() != (third, first, second):  # and nothing of the window goes on meanwhile
        assert monotonic() < until_s, kept_order()
        sleep(0.01)


def test_the_order_of_what_has_not_come_yet_is_kept(
    qtbot: QtBot, queue: WorkQueue, session: Session, recordings: list[Path], tmp_path: Path
) -> None:
    from desktop_app.core.worklist.queue_order import keep_order

    coming = tmp_path / "projects" / "coming.diarist"
    keep_order([coming])
    QueueOrder(queue, session, queue)
    first = session.open(recordings[:1])
    qtbot.waitUntil(lambda: first.project is not None)
    qtbot.waitUntil(lambda: kept_order() == (first.project, coming))
