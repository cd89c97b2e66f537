"""A recording's job, from the queue to its end."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from scripted import BEN, ScriptedService, transcript, turn

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import AsrEngine
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.ui.state.project_keeper import ProjectKeeper
from desktop_app.ui.state.recording_lines import row_line
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session


def test_the_number_of_speakers_goes_with_the_job(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.options = JobOptions(3, 3)
    session.open(recordings[:1])
    assert service.submitted == [(recordings[0], JobOptions(3, 3))]


def test_a_job_goes_from_waiting_over_working_to_done(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    assert one.state is State.WAITING
    service.work(1, overall=0.5)
    qtbot.waitUntil(lambda: one.progress is not None and one.progress.overall == 0.5)
    assert session.working() is one
    service.send(1, turn("hello"))
    service.finish(1, transcript(turn("hello"), turn("yes", 2000, BEN)))
    qtbot.waitUntil(lambda: one.state is State.DONE)
    assert one.document.transcript.audio.duration_ms == 2300
    assert session.busy() == []
    qtbot.waitUntil(lambda: one.saved)


def test_a_service_that_speaks_before_it_returns_is_understood(
    qtbot: QtBot, recordings: list[Path], keeper: ProjectKeeper
) -> None:
    class Hasty(ScriptedService):
        def submit(
            self,
            path: Path,
            options: JobOptions,
            known: tuple[KnownSpeaker, ...] = (),
            engine: AsrEngine | None = None,
            **more: object,
        ) -> int:
            job_id = super().submit(path, options, known, engine, **more)
            self.job_started.emit(job_id)
            return job_id

    session = Session(Hasty(), keeper)
    one = session.open(recordings[:1])
    assert one is not None
    qtbot.waitUntil(lambda: one.state is State.WORKING and one.project is not None)


def test_a_cancelled_job_keeps_what_is_there(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    service.work(1)
    service.send(1, turn("hello"))
    qtbot.waitUntil(one.document.has_words)
    session.jobs.cancel(one)
    qtbot.waitUntil(lambda: one.state is State.CANCELLED)
    assert service.cancel_asked == [1]
    assert one.document.has_words()


def test_a_failed_job_is_tried_again_from_nothing_with_the_current_number_of_speakers(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    service.work(1)
    service.send(1, turn("hello"))
    service.fail(1, "The engine stopped.", "Try again.")
    qtbot.waitUntil(lambda: one.state is State.FAILED)
    assert one.failure is not None
    assert one.failure.reason == "The engine stopped."
    session.options = JobOptions(2, 2)
    session.retry(one)
    assert one.state is State.WAITING
    assert not one.document.has_words()
    assert service.submitted[1] == (recordings[0], JobOptions(2, 2))
    service.finish(2, transcript(turn("hello")))
    qtbot.waitUntil(lambda: one.state is State.DONE)


def test_late_words_of_an_earlier_try_are_not_taken_in(
    qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    one = session.open(recordings[:1])
    assert one is not None
    session.jobs.cancel(one)
    qtbot.waitUntil(lambda: one.state is State.CANCELLED)
    session.retry(one)
    service.send(1, turn("late"))
    service.send(2, turn("right"))
    qtbot.waitUntil(one.document.has_words)
    assert [each.text for each in one.document.transcript.turns] == ["right"]


def test_recordings_opened_while_something_is_recorded_wait_for_its_end(
    session: Session, service: ScriptedService, recordings: list[Path]
) -> None:
    session.open(recordings[:1])
    session.jobs.hold(True)
    session.open(recordings[1:2])
    assert [row_line(each) for each in session.recordings] == ["Starts after Stop"] * 2
    session.jobs.hold(False)
    assert [row_line(each) for each in session.recordings] == ["Waiting"] * 2
    assert service.held is False
