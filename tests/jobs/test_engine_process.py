import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from service_watch import engine_pids, engine_processes

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import Done, Failed, Progress, StatusReport, StatusRequest, TranscribeRequest


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    made = EngineProcess()
    yield made
    made.close()


def test_the_engine_process_imports_no_qt() -> None:
    code = "import sys, desktop_app.jobs.engine; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


def test_it_starts_at_the_first_request_and_stays_warm(engine: EngineProcess, tmp_path: Path) -> None:
    assert engine_processes() == []
    list(engine.ask(TranscribeRequest(tmp_path / "one.wav", JobOptions())))
    first = engine_pids()
    list(engine.ask(TranscribeRequest(tmp_path / "two.wav", JobOptions())))
    assert engine_pids() == first
    assert len(first) == 1


def test_an_answer_ends_with_its_last_message(engine: EngineProcess, tmp_path: Path) -> None:
    *progress, last = engine.ask(TranscribeRequest(tmp_path / "gone.wav", JobOptions()))
    assert all(isinstance(message, Progress) for message in progress)
    assert last == Failed("There is no such file.")
    (report,) = engine.ask(StatusRequest())
    assert isinstance(report, StatusReport)


def test_a_name_that_is_not_valid_text_comes_through(engine: EngineProcess, clip: Path) -> None:
    path = clip.rename(clip.with_name("caf\udce9.wav"))
    *_, last = engine.ask(TranscribeRequest(path, JobOptions(2, 2)))
    assert isinstance(last, Done)
    assert last.transcript.audio.file == str(path)


def test_killed_by_another_thread_it_says_how_it_ended_and_is_started_again(engine: EngineProcess) -> None:
    answer = engine.ask(TranscribeRequest(sample_recording(), JobOptions()))
    next(answer)
    killer = Thread(target=engine.kill)
    killer.start()
    killer.join()
    with pytest.raises(EngineDied, match=r"^it was ended by SIGKILL$"):
        list(answer)
    assert len(list(engine.ask(StatusRequest()))) == 1


def test_killed_between_requests_it_answers_the_very_next_one(engine: EngineProcess) -> None:
    for _ in range(3):
        list(engine.ask(StatusRequest()))  # with models in memory, it takes a moment to die
        engine.kill()
    assert len(list(engine.ask(StatusRequest()))) == 1


def test_where_no_process_can_be_started_it_says_so_and_tries_again_at_the_next_request(engine: EngineProcess) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, limits[1]))  # no further file, pipe or socket
    try:
        with pytest.raises(EngineDied, match=r"^it cannot be started \(Too many open files\)$"):
            list(engine.ask(StatusRequest()))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert len(list(engine.ask(StatusRequest()))) == 1


def test_closing_leaves_no_process_and_may_be_done_twice(engine: EngineProcess) -> None:
    list(engine.ask(StatusRequest()))
    engine.close()
    assert engine_processes() == []
    engine.close()
