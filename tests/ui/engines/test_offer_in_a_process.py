"""Better words are really fetched, by a model process, over a connection that breaks, and used; with a tiny model."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from scripted import ScriptedService
from tiny_engines import FOLDER, tiny_spec

from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.engines import LiveEngineRoom
from desktop_app.core.live.events import Final
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.models.model_store import partial_bytes
from desktop_app.core.pipeline import workstation
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.preference import MODEL_OF, PARAKEET_ULTRA
from desktop_app.jobs import messages
from desktop_app.jobs.messages import Bytes
from desktop_app.jobs.model_jobs import PROCESS, ModelJobs
from desktop_app.ui.engines.model_offering import ModelOffering

sys.path.append(str(Path(__file__).parents[2] / "core"))  # for when these tests run alone
from asr.conftest import tiny_onnx, tiny_parakeet_folder  # noqa: F401  fixtures
from models.loopback_hub import Hub, serving
from models.packaged_recordings import READER, packaged_samples

pytestmark = pytest.mark.slow
TIMEOUT_MS = 120_000
ROOT = Path(__file__).parents[3]
InGerman = Callable[[str, str], list[Any]]


@pytest.fixture
def tiny(tiny_onnx: Path, monkeypatch: pytest.MonkeyPatch) -> ModelSpec:  # noqa: F811
    """What is recommended, but with the files of the tiny model."""
    spec = tiny_spec(tiny_onnx)
    monkeypatch.setitem(MODEL_OF, PARAKEET_ULTRA, spec)
    monkeypatch.setattr(workstation, "card_expected", lambda: False)
    return spec


@pytest.fixture
def hub(tiny: ModelSpec, tiny_onnx: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:  # noqa: F811
    """Has these files."""
    for name in ("HF_TOKEN", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert tiny.hub is not None
    folder = f"/{tiny.hub.repo}/resolve/{tiny.hub.revision}"
    with serving(
        Hub({f"{folder}/{file.name}": (tiny_onnx / file.name).read_bytes() for file in tiny.files})
    ) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


@pytest.fixture
def start(
    qtbot: QtBot, service: ScriptedService, settings: QSettings, tiny: ModelSpec, hub: Hub
) -> Iterator[Callable[[], ModelOffering]]:
    """Starts the program anew, as far as it is about this."""
    started: list[ModelJobs] = []

    def begin() -> ModelOffering:
        window, service.models = QWidget(), ModelJobs()
        started.append(service.models)
        qtbot.addWidget(window)
        offering = ModelOffering(service, settings, window, tiny)
        offering.line.setParent(window)
        window.show()
        with qtbot.waitSignal(offering.looked, timeout=TIMEOUT_MS):
            offering.begin()
        return offering

    yield begin
    for jobs in started:
        jobs.shutdown()
    assert [child for child in active_children() if child.name == PROCESS] == []


@pytest.fixture
def in_german(tiny_onnx: Path, tmp_path: Path, prepared_models: Path) -> InGerman:  # noqa: F811
    """Does something with a recording in a window in German, in a process of its own; what it tells of it."""

    def tell(act: str, name: str) -> list[Any]:
        sound = tmp_path / name
        soundfile.write(sound, packaged_samples(READER)[:160_000], 16_000)
        environment = os.environ | {"DIARIST_LANGUAGE": "de", "PYTHONPATH": str(ROOT), FOLDER: str(tiny_onnx)}
        command = [sys.executable, "tests/ui/engines/window_story.py", act, str(sound)]
        did = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400)
        assert did.returncode == 0, did.stderr[-2000:]
        return [json.loads(line) for line in did.stdout.splitlines()]

    return tell


def captions(engines: Engines) -> str:
    """Of the first seconds of the reader, live."""
    captioner = Captioner(LiveEngineRoom(engines).load())
    reader = packaged_samples(READER)[:80_000]
    events = [event for at in range(0, len(reader), 4000) for event in captioner.hear(reader[at : at + 4000])]
    finals = [event for event in events + captioner.finish() if isinstance(event, Final)]
    return " ".join(final.text for final in finals)


def jobs_of(service: ScriptedService) -> ModelJobs:
    jobs: object = service.models
    assert isinstance(jobs, ModelJobs)
    return jobs


def test_a_connection_that_breaks_costs_nothing_and_what_has_come_is_used_in_the_chosen_language_and_for_old_texts(
    qtbot: QtBot,
    service: ScriptedService,
    start: Callable[[], ModelOffering],
    tiny: ModelSpec,
    hub: Hub,
    in_german: InGerman,
) -> None:
    ((before, language, _),) = in_german("transcribe", "old.wav")
    assert (before, language) == (["Moonshine tiny (English)"], "en")

    half = tiny.files[0].size // 2
    hub.cuts = [half, 0]
    line = start().line
    with qtbot.waitSignal(jobs_of(service).failed, timeout=TIMEOUT_MS):
        line.fetch.click()
    assert line.text.text() == "The connection to 127.0.0.1 broke off: try again, it goes on where it ended."
    assert line.fetch.text() == "Try again"
    assert partial_bytes(tiny.name) == half

    line = start().line
    assert line.fetch.text() == "Continue"
    assert "are fetched already." in line.text.text()
    told: list[messages.ModelProgress] = []
    jobs = jobs_of(service)
    jobs.progressed.connect(lambda _key, progress: told.append(progress))
    with qtbot.waitSignal(jobs.changed, timeout=TIMEOUT_MS):
        line.fetch.click()
    assert told[0] == Bytes(tiny.name, half, tiny.size)
    ready, tested = (
        [each.share for each in told if isinstance(each, kind)] for kind in (messages.MakingReady, messages.Testing)
    )
    for shares in (ready, tested):
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert hub.asked_ranges[2] == f"bytes={half}-"
    assert line.text.text().startswith("Parakeet Ultra writes down the words from now on. Tested on this computer: ")
    engines = Engines(prepare=False)
    use = engines.recogniser("en").engine.use
    assert (use.name, use.note) == ("Parakeet Ultra", "8-bit form, prepared here")
    assert captions(engines).startswith("It was the best of times, it was the worst of times,")

    note, box, new, old, is_told = in_german("choose_german_and_transcribe_again", "new.wav")
    assert note == ["Parakeet Ultra würde mehr dieser Wörter richtig schreiben.", "Neu transkribieren…"]
    assert box == ["Sprache neuer Aufnahmen", "Automatisch", "Deutsch"]
    for written_by, language, text in (new, old):
        assert (written_by, language) == (["Parakeet Ultra"], "de")
        assert text.startswith("It was the best of times, it was the worst of times,")
    assert not is_told


def test_a_window_that_is_closed_in_the_middle_goes_on_from_there_at_the_next_start(
    qtbot: QtBot, service: ScriptedService, start: Callable[[], ModelOffering], tiny: ModelSpec, hub: Hub
) -> None:
    hub.hold = True
    line = start().line
    jobs = jobs_of(service)
    some = {"check_params_cb": lambda _, told: told.done > 0, "timeout": TIMEOUT_MS}
    with qtbot.waitSignal(jobs.progressed, **some):
        line.fetch.click()
    jobs.shutdown()
    hub.hold = False
    hub.go_on.set()
    line = start().line
    assert 0 < partial_bytes(tiny.name) < tiny.size
    assert line.fetch.text() == "Continue"
