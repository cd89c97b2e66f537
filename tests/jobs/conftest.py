"""A real service with a real engine process, and the certainty that nothing of it outlives its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot
from service_watch import TIMEOUT_MS, engine_processes

from desktop_app.core.models.packaged_models import sample_recording
from desktop_app.jobs.service import TranscriptionService


@pytest.fixture
def service(qtbot: QtBot) -> Iterator[TranscriptionService]:
    """Started, its engines reported."""
    made = TranscriptionService()
    with qtbot.waitSignal(made.engines_reported, timeout=TIMEOUT_MS):
        made.start()
    yield made
    made.shutdown()
    assert not made._thread.isRunning()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """The first words of the sample: a job that is soon done."""
    sound, rate_hz = soundfile.read(sample_recording(), stop=24_000 * 3, dtype="int16")
    soundfile.write(tmp_path / "clip.wav", sound, rate_hz)
    return tmp_path / "clip.wav"


@pytest.fixture(autouse=True)
def _garbage_at_home(garbage_at_home: None) -> None:
    """Jobs have threads of their own."""


@pytest.fixture(autouse=True)
def _prepared(prepared_models: Path) -> None:
    """The engine process finds prepared models."""


@pytest.fixture(autouse=True)
def _no_process_outlives_its_test() -> Iterator[None]:
    yield
    assert engine_processes() == []
