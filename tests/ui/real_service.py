"""The real engine process behind a window: `from real_service import TIMEOUT_MS, service`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.jobs.service import TranscriptionService

TIMEOUT_MS = 180_000


@pytest.fixture
def service(qtbot: QtBot, prepared_models: Path) -> Iterator[TranscriptionService]:
    """The real one."""
    made = TranscriptionService()
    with qtbot.waitSignal(made.engines_reported, timeout=TIMEOUT_MS):
        made.start()
    yield made
    made.shutdown()
