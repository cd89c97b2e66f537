"""A session with one finished recording."""

from pathlib import Path

import pytest
from harbour_talk import TALK
from pytestqt.qtbot import QtBot
from scripted import ScriptedService

from desktop_app.ui.state.recording import Recording
from desktop_app.ui.state.recording_state import State
from desktop_app.ui.state.session import Session


@pytest.fixture
def talk(qtbot: QtBot, session: Session, service: ScriptedService, recordings: list[Path]) -> Recording:
    """Of TALK, with its voices."""
    recording = session.open(recordings[:1])
    assert recording is not None
    service.finish(1, TALK, b"voices")
    qtbot.waitUntil(lambda: recording.state is State.DONE)
    return recording
