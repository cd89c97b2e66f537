"""What plays in the tests of the window: nothing is heard, and time goes on only while a test lets it."""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from pytestqt.qtbot import QtBot

sys.path.append(str(Path(__file__).parents[1] / "core" / "playback"))
from scripted_output import ScriptedSystem

__all__ = ["TIMEOUT_MS", "ScriptedSystem", "play_until", "sound"]

TIMEOUT_MS = 20_000
"""Only a failing test waits so long."""


def sound(path: Path, seconds: int = 20) -> Path:
    """A file of a steady sound."""
    soundfile.write(path, np.full(seconds * 16_000, 0.1), 16_000)
    return path


def play_until(qtbot: QtBot, output: ScriptedSystem, holds: Callable[[], bool]) -> None:
    """Let the output play until that is so."""

    def plays() -> bool:
        output.block()
        return holds()

    qtbot.waitUntil(plays, timeout=TIMEOUT_MS)
