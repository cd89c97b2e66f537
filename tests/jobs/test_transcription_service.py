import os
import signal
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot
from service_watch import TIMEOUT_MS, SignalLog, engine_pids, engine_processes

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import AsrEngine, AsrSettings
from desktop_app.core.store.settings_path import settings_file
from desktop_app.core.store.voices_cache import kept_voices, voices_folder
from desktop_app.core.transcript.known_speakers import KnownSpeaker
from desktop_app.core.transcript.values import Span, Speaker
from desktop_app.jobs.messages import Failed, Partial, Progress
from desktop_app.jobs.service import TranscriptionService

pytestmark = pytest.mark.slow

TWO = JobOptions(2, 2)
ENDS = ("cancelled", "failed", "finished")


def expecting(qtbot: QtBot, bound: object, job: int | None = None) -> AbstractContextManager[object]:
    """Waits for a signal, for that of one job if one is given."""
    check = None if job is None else (lambda job_id, *_: job_id == job)
    return qtbot.waitSignal(bound, timeout=TIMEOUT_MS, check_params_cb=check)


def test_three_usable_engines_are_reported(qtbot: QtBot) -> None:
    service = TranscriptionService()
    with qtbot.waitSignal(service.engines_reported, timeout=TIMEOUT_MS) as reported:
        service.start()
    service.shutdown()
    (report,) = reported.args
    assert [engine.role for engine in report.engines] == ["segmentation", "embedding", "asr"]
    assert all(engine.usable and engine.self_test is None for engine in report.engines)
    assert report.needed <= {link.name for link in report.links}


def test_engines_that_cannot_be_looked_at_fail_no_job(qtbot: QtBot, service: TranscriptionService) -> None:
    log = SignalLog(service)
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("[asr\n", encoding="utf-8")
    with qtbot.waitSignal(service.check_failed, timeout=TIMEOUT_MS) as failed:
        service.check_engines()
    assert failed.args[0].reason.startswith("The settings cannot be used: ")
    assert log.said == []


def test_a_job_tells_its_progress_its_turns_and_its_end_in_the_window_s_thread(
    qtbot: QtBot, service: TranscriptionService
) -> None:
    log = SignalLog(service)
    with expecting(qtbot, service.finished) as finished:
        job = service.submit(sample_recording(), TWO)
    job_id, done = finished.args
    transcript = done.transcript
    assert job_id == job
    assert len(transcript.speakers) == 2
    assert kept_voices(transcript.voices) == done.voices

    assert log.said[0] == ("job_started", (job,))
    assert log.said[-1][0] == "finished"
    assert log.threads == {QCoreApplication.instance().thread()}
    overall = [message.overall for _, message in log.of("progressed") if isinstance(message, Progress)]
    assert overall == sorted(overall)
    assert (overall[0], overall[-1]) == (0.0, pytest.approx(1.0))
    sent = [turn for _, message in log.of("turns_ready") if isinstance(message, Partial) for turn in message.turns]
    assert sent == list(transcript.spoken_turns())


def test_a_job_that_is_to_forget_the_voices_keeps_them_for_the_window_alone(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    with expecting(qtbot, service.finished) as finished:
        service.submit(clip, replace(TWO, keep_voices=False))
    done = finished.args[1]
    assert done.transcript.voices is None
    assert done.voices
    assert not voices_folder().exists()


def test_a_missing_file_fails_and_the_next_job_goes_on(qtbot: QtBot, service: TranscriptionService, clip: Path) -> None:
    log = SignalLog(service)
    gone = clip.with_name("gone.wav")
    missing = service.submit(gone, TWO)
    with expecting(qtbot, service.finished) as finished:
        after = service.submit(clip, TWO)
    assert finished.args[0] == after
    ((job, failure),) = log.of("failed")
    assert job == missing
    assert isinstance(failure, Failed)
    assert failure.reason == "There is no such file."


def test_a_waiting_job_is_cancelled_at_once_and_never_starts(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    log = SignalLog(service)
    first, waiting, last = (service.submit(clip, TWO) for _ in range(3))
    service.cancel(waiting)
    assert log.of("cancelled") == [(waiting,)]
    with expecting(qtbot, service.finished, last):
        pass
    assert log.of("job_started") == [(first,), (last,)]


def test_a_job_is_done_by_the_engine_that_was_chosen_for_it_and_the_next_as_the_settings_say(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    log = SignalLog(service)
    chosen = service.submit(clip, TWO, engine=AsrEngine.PARAKEET_V3)  # whose model is not here
    with expecting(qtbot, service.finished) as finished:
        usual = service.submit(clip, TWO)
    assert finished.args[0] == usual
    ((failed, failure),) = log.of("failed")
    assert failed == chosen
    assert isinstance(failure, Failed)
    assert "Parakeet v3" in failure.reason


def test_a_waiting_job_is_done_before_another_that_waits(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    log = SignalLog(service)
    first, second, third, last = (service.submit(clip, TWO) for _ in range(4))
    service.move(last, second)
    service.move(second, None)
    service.move(first, last)  # it runs
    service.move(third, first)
    with expecting(qtbot, service.finished, second):
        pass
    assert log.of("job_started") == [(first,), (last,), (third,), (second,)]


def test_a_running_job_is_cancelled_and_the_next_one_gets_a_new_engine(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    (before,) = engine_pids()
    log = SignalLog(service)
    with expecting(qtbot, service.turns_ready):
        running = service.submit(sample_recording(), TWO)
    after = service.submit(clip, TWO)
    with qtbot.waitSignal(service.cancelled, timeout=2_000) as cancelled:
        service.cancel(running)
    assert cancelled.args == [running]
    with expecting(qtbot, service.finished) as finished:
        pass
    assert finished.args[0] == after
    assert engine_pids() != [before]
    assert not log.of("failed")


def test_a_job_cancelled_before_its_engine_has_started_is_cancelled(qtbot: QtBot) -> None:
    service = TranscriptionService()
    log = SignalLog(service)
    job = service.submit(sample_recording(), TWO)
    service.start()
    assert log.of("job_started") == [(job,)]
    with expecting(qtbot, service.engines_reported):
        service.cancel(job)
    service.shutdown()
    assert log.of("cancelled") == [(job,)]
    assert not log.of("finished")


def test_cancelled_when_its_end_is_already_on_the_way_a_job_ends_once_and_the_next_one_works(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    log = SignalLog(service)
    told = Event()

    def cancel_behind_the_last_message(job: int, message: object) -> None:
        if isinstance(message, Failed):
            service._worker.cancel(job)
            told.set()

    service._worker.message.connect(cancel_behind_the_last_message, Qt.ConnectionType.DirectConnection)
    ended = service.submit(clip.with_name("gone.wav"), TWO)
    after = service.submit(clip, TWO)
    assert told.wait(TIMEOUT_MS / 1000)
    service.cancel(ended)
    with expecting(qtbot, service.finished, after):
        pass
    assert [arguments[0] for name, arguments in log.said if name in ENDS] == [ended, after]


def test_a_killed_engine_fails_its_job_with_the_signal_s_name_and_the_next_job_works(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    with expecting(qtbot, service.turns_ready):
        killed = service.submit(sample_recording(), TWO)
    (child,) = engine_processes()
    assert child.pid is not None
    with expecting(qtbot, service.failed) as failed:
        os.kill(child.pid, signal.SIGKILL)
    job, failure = failed.args
    assert job == killed
    assert failure.reason == "The engine process stopped unexpectedly: it was ended by SIGKILL."
    assert "Try again" in failure.hint
    with expecting(qtbot, service.finished):
        service.submit(clip, TWO)


def test_an_engine_killed_between_jobs_is_started_again(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    (child,) = engine_processes()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    with expecting(qtbot, service.finished):
        service.submit(clip, TWO)


def test_shutdown_gives_up_what_runs_and_waits_without_a_signal(qtbot: QtBot, service: TranscriptionService) -> None:
    with expecting(qtbot, service.turns_ready):
        service.submit(sample_recording(), TWO)
    service.submit(sample_recording(), TWO)
    log = SignalLog(service)
    service.shutdown()
    QCoreApplication.processEvents()
    assert log.said == []
    assert engine_processes() == []


def test_shutdown_before_start_and_twice_does_nothing(qtbot: QtBot) -> None:
    service = TranscriptionService()
    service.submit(sample_recording(), TWO)
    service.shutdown()
    service.shutdown()
    assert not service._thread.isRunning()


def test_shutdown_right_after_start_ends_the_engine_that_is_starting(qtbot: QtBot) -> None:
    service = TranscriptionService()
    service.start()
    service.shutdown()
    assert engine_processes() == []


def test_a_recording_waits_while_the_service_is_held_and_the_engines_are_checked_meanwhile(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    log = SignalLog(service)
    service.hold(True)
    job = service.submit(clip, TWO)
    with qtbot.waitSignal(service.engines_reported, timeout=TIMEOUT_MS) as reported:
        service.check_engines()  # asked for later, and answered all the same
    assert all(engine.usable and engine.self_test for engine in reported.args[0].engines)
    assert log.of("job_started") == []

    with expecting(qtbot, service.finished, job):
        service.hold(False)
    assert log.of("job_started") == [(job,)]


def test_speakers_who_are_known_keep_their_names(qtbot: QtBot, service: TranscriptionService) -> None:
    known = (
        KnownSpeaker(Speaker("S9", "Nell", 4), (Span(0, 6000),)),
        KnownSpeaker(Speaker("S1", "Nagg", 0), ()),
    )
    with expecting(qtbot, service.finished) as finished:
        service.submit(sample_recording(), TWO, known)
    speakers = finished.args[1].transcript.speakers
    assert speakers[0] == Speaker("S9", "Nell", 4)
    assert speakers[1].name not in {"Nell", "Nagg"}


def test_a_turn_is_heard_again_with_what_was_chosen_for_it_alone(
    qtbot: QtBot, service: TranscriptionService, clip: Path
) -> None:
    asr = AsrSettings(engine=AsrEngine.MOONSHINE, vocabulary=("Kragsand",))
    with qtbot.waitSignal(service.turn_heard, timeout=TIMEOUT_MS) as heard:
        job = service.hear_turn(clip, (Span(0, 3000),), JobOptions(), asr)
    job_id, turn = heard.args
    assert job_id == job
    assert turn.words
    assert all(0 <= word.start_ms <= word.end_ms <= 3000 for word in turn.words)
    assert turn.warnings, "Moonshine knows no vocabulary"
    with qtbot.waitSignal(service.failed, timeout=TIMEOUT_MS) as failed:
        service.hear_turn(clip.with_name("gone.wav"), (Span(0, 3000),), JobOptions())
    assert failed.args[1].reason
