"""Fetching, taking in, examining and removing models in processes of their own, from a hub on this machine."""

import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot
from service_watch import TIMEOUT_MS

from desktop_app.core.models.inventory import ModelEntry, examine
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN, PARAKEET_ULTRA, PARAKEET_V3_ONNX, WESPEAKER
from desktop_app.core.models.model_store import partial_bytes, record_path
from desktop_app.core.models.own_transducer import StandIn
from desktop_app.jobs.messages import (
    Bytes,
    ExamineModels,
    Failed,
    FetchModel,
    ImportModels,
    MakingReady,
    ModelRequest,
    RemoveModel,
)
from desktop_app.jobs.model_jobs import PROCESS, ModelJobs
from desktop_app.jobs.service import TranscriptionService

sys.path.append(str(Path(__file__).parents[1] / "core"))  # for when these tests run alone
from models.loopback_hub import Hub, serving
from models.scripted_models import ADDRESS, CONTENT, SMALL


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that has the small model, and is the one to ask."""
    for name in ("HF_TOKEN", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(Hub({ADDRESS: CONTENT})) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


@pytest.fixture
def jobs(hub: Hub) -> Iterator[ModelJobs]:
    """Ended before the hub, which waits for whoever asks it."""
    made = ModelJobs()
    yield made
    made.shutdown()
    assert model_processes() == []


def model_processes() -> list[BaseProcess]:
    return [child for child in active_children() if child.name == PROCESS]


def do(qtbot: QtBot, jobs: ModelJobs, request: ModelRequest, key: str = "small") -> list[object]:
    """Ask, wait until it is done, and say what was examined."""
    seen: list[object] = []
    jobs.examined.connect(seen.append)
    with qtbot.waitSignal(jobs.finished, timeout=TIMEOUT_MS) as finished:
        jobs.ask(key, request)
    jobs.examined.disconnect(seen.append)
    assert finished.args == [key]
    assert not jobs.is_busy(key)
    assert model_processes() == []
    return seen


def refused(qtbot: QtBot, jobs: ModelJobs, request: ModelRequest) -> str:
    with qtbot.waitSignal(jobs.failed, timeout=TIMEOUT_MS) as failed:
        jobs.ask("small", request)
    key, failure = failed.args
    assert key == "small"
    return f"{failure.reason} {failure.hint}".strip()


def test_a_model_is_fetched_and_every_byte_of_it_told_in_the_window_s_thread(qtbot: QtBot, jobs: ModelJobs) -> None:
    told: list[Bytes] = []
    threads = []
    jobs.progressed.connect(lambda _key, progress: (told.append(progress), threads.append(QThread.currentThread())))
    assert do(qtbot, jobs, FetchModel(SMALL)) == [examine(SMALL)]
    assert examine(SMALL).state == "right"
    assert jobs.progress("small") is None
    assert told[0] == Bytes("small", 0, len(CONTENT))
    assert told[-1] == Bytes("small", len(CONTENT), len(CONTENT))
    assert set(threads) == {QCoreApplication.instance().thread()}


def test_a_cancelled_fetch_leaves_the_store_as_it_was_and_goes_on_where_it_ended(
    qtbot: QtBot, jobs: ModelJobs, hub: Hub
) -> None:
    hub.hold = True
    with qtbot.waitSignal(jobs.progressed, check_params_cb=lambda _, told: told.done > 0, timeout=TIMEOUT_MS):
        jobs.ask("small", FetchModel(SMALL))
    told = jobs.progress("small")
    assert isinstance(told, Bytes)
    assert told.done > 0
    with qtbot.assertNotEmitted(jobs.changed), qtbot.waitSignal(jobs.cancelled, timeout=2_000) as cancelled:
        jobs.cancel("small")
    assert cancelled.args == ["small"]
    assert model_processes() == []
    assert not record_path("small").exists()
    waiting = partial_bytes("small")
    assert 0 < waiting < len(CONTENT)
    hub.hold = False
    hub.go_on.set()
    do(qtbot, jobs, FetchModel(SMALL))
    assert hub.asked_ranges == [None, f"bytes={waiting}-"]
    assert examine(SMALL).state == "right"


def test_cancelled_at_once_it_is_cancelled_and_can_be_asked_again(qtbot: QtBot, jobs: ModelJobs) -> None:
    with qtbot.waitSignal(jobs.cancelled, timeout=TIMEOUT_MS):
        jobs.ask("small", FetchModel(SMALL))
        jobs.cancel("small")
    do(qtbot, jobs, FetchModel(SMALL))


def test_a_key_that_is_at_work_is_not_asked_again(qtbot: QtBot, jobs: ModelJobs, hub: Hub) -> None:
    jobs.ask("small", FetchModel(SMALL))
    jobs.ask("small", RemoveModel(SMALL, even_own=True))
    with qtbot.waitSignal(jobs.finished, timeout=TIMEOUT_MS):
        pass
    assert examine(SMALL).state == "right"


def test_whoever_asked_all_are_told_of_a_model_that_has_come_or_gone_and_of_no_look(
    qtbot: QtBot, jobs: ModelJobs
) -> None:
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        jobs.ask("small", FetchModel(SMALL))
    with qtbot.assertNotEmitted(jobs.changed):
        do(qtbot, jobs, ExamineModels((SMALL,)))
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        jobs.ask("small", RemoveModel(SMALL, even_own=False))
    with qtbot.assertNotEmitted(jobs.changed):
        refused(qtbot, jobs, RemoveModel(SMALL, even_own=False))


def test_a_hub_that_refuses_is_told_in_a_sentence(qtbot: QtBot, jobs: ModelJobs, hub: Hub) -> None:
    hub.status = 401
    said = refused(qtbot, jobs, FetchModel(SMALL))
    assert said == "127.0.0.1 refuses weights.bin (HTTP 401): set HF_TOKEN to a token that may read it."


def test_a_process_that_is_ended_is_told_in_a_sentence(qtbot: QtBot, jobs: ModelJobs, hub: Hub) -> None:
    hub.hold = True
    with qtbot.waitSignal(jobs.progressed, timeout=TIMEOUT_MS):
        jobs.ask("small", FetchModel(SMALL))
    (child,) = model_processes()
    assert child.pid is not None
    with qtbot.waitSignal(jobs.failed, timeout=TIMEOUT_MS) as failed:
        os.kill(child.pid, signal.SIGKILL)
    assert failed.args[1].reason == "The work on the model stopped unexpectedly: it was ended by SIGKILL."


def test_models_are_examined_one_after_the_other(qtbot: QtBot, jobs: ModelJobs) -> None:
    seen = do(qtbot, jobs, ExamineModels((WESPEAKER, MOONSHINE_TINY_EN, SMALL)), key="")
    assert seen == [examine(spec) for spec in (WESPEAKER, MOONSHINE_TINY_EN, SMALL)]


def test_a_file_that_is_no_model_is_refused_with_the_way_to_take_it_in(
    qtbot: QtBot, jobs: ModelJobs, tmp_path: Path
) -> None:
    (tmp_path / "weights.bin").write_bytes(CONTENT)
    assert refused(qtbot, jobs, ImportModels(tmp_path / "weights.bin")).endswith(
        "A model of your own is taken in on the command line: diarist models import FILE --name NAME --sha256 HASH"
    )
    assert refused(qtbot, jobs, ImportModels(tmp_path / "gone")).endswith("there is no such file or folder.")


def test_an_own_transducer_is_asked_about_and_taken_in_in_the_place_that_is_chosen(
    qtbot: QtBot, jobs: ModelJobs, tmp_path: Path
) -> None:
    encoder = tmp_path / "tuned" / "encoder-model.onnx"
    encoder.parent.mkdir()
    for cut, name in enumerate((encoder.name, "decoder_joint-model.onnx", "vocab.txt")):
        encoder.with_name(name).write_bytes(CONTENT[cut:])
    with qtbot.assertNotEmitted(jobs.changed), qtbot.waitSignal(jobs.own_found, timeout=TIMEOUT_MS) as asked:
        jobs.ask("import", ImportModels(tmp_path))
    key, found = asked.args
    assert key == "import"
    assert (found.own.source, found.own.encoder, found.own.size) == (tmp_path, encoder, 3 * len(CONTENT) - 3)
    assert found.stand_ins == (StandIn(PARAKEET_ULTRA), StandIn(PARAKEET_V3_ONNX))
    assert not jobs.is_busy("import")
    assert model_processes() == []
    told: list[object] = []
    seen: list[ModelEntry] = []
    jobs.progressed.connect(lambda _key, progress: told.append(progress))
    jobs.examined.connect(seen.append)
    failed: list[Failed] = []
    jobs.failed.connect(lambda _key, failure: failed.append(failure))
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        jobs.ask("import", ImportModels(tmp_path, PARAKEET_V3_ONNX, found.own.sha256))
    before, entry = seen
    assert before.state == "right", "it is said to be here while it is tried"
    assert (entry.spec, entry.state, entry.own) == (PARAKEET_V3_ONNX, "right", True)
    assert told[-1] == MakingReady(PARAKEET_V3_ONNX.name), "it is tried, as on the command line"
    label = "Parakeet v3 (ONNX), your own"
    assert [each.reason for each in failed] == [f"{label} is here, but it cannot be used: config.json is missing."]
    with qtbot.waitSignal(jobs.own_found, timeout=TIMEOUT_MS) as asked:
        jobs.ask("import", ImportModels(tmp_path))
    assert asked.args[1].stand_ins == (StandIn(PARAKEET_ULTRA), StandIn(PARAKEET_V3_ONNX, is_here=True, is_own=True))


def test_a_model_is_removed_and_one_that_is_not_there_is_told(qtbot: QtBot, jobs: ModelJobs) -> None:
    do(qtbot, jobs, FetchModel(SMALL))
    (entry,) = do(qtbot, jobs, RemoveModel(SMALL, even_own=False))
    assert entry == examine(SMALL)
    assert examine(SMALL).state == "not installed"
    assert refused(qtbot, jobs, RemoveModel(SMALL, even_own=False)).startswith("Small is not in ")


def test_shutdown_ends_what_runs_without_a_signal(qtbot: QtBot, hub: Hub) -> None:
    hub.hold = True
    service = TranscriptionService()
    with qtbot.waitSignal(service.models.progressed, timeout=TIMEOUT_MS):
        service.models.ask("small", FetchModel(SMALL))
    assert len(model_processes()) == 1
    with qtbot.assertNotEmitted(service.models.failed), qtbot.assertNotEmitted(service.models.cancelled):
        service.shutdown()
        QCoreApplication.processEvents()
    assert model_processes() == []
