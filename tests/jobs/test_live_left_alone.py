"""A window that is killed while it records, or before the words are there: what it recorded is offered afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import soundfile
from dialogue import long_turns
from live_window import PROGRAM
from pytestqt.qtbot import QtBot
from virtual_microphone import VirtualMicrophone, microphone  # noqa: F401

from desktop_app.core.capture.recordings_folder import first_draft
from desktop_app.core.capture.recovery import unfinished
from desktop_app.core.capture.sidecar import read_sidecar
from desktop_app.core.capture.values import EndReason, Unfinished
from desktop_app.core.export.formats import json_format
from desktop_app.jobs.live_service import LiveService

pytestmark = pytest.mark.slow

TIMEOUT_MS = 60_000


@dataclass
class Window:
    """The process, and what it said."""

    process: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)

    def until(self, kind: str) -> str:
        """What it says of this kind next."""
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith(kind):
                return line.removeprefix(kind).strip()
        raise AssertionError(f"no {kind}")

    def stop(self) -> None:
        """Stop recording."""
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """The window alone; returns when its processes have ended too, for they have its standard output."""
        self.process.kill()
        self._wait()

    def kill_all(self) -> None:
        """All of its processes at the same moment."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self._wait()

    def _wait(self) -> None:
        assert self.process.stdout
        self.process.stdout.read()


@contextmanager
def recording_window() -> Iterator[Window]:
    with subprocess.Popen(
        [sys.executable, PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield Window(process)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def window(
    microphone: VirtualMicrophone,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    prepared_models: Path,
) -> Iterator[Window]:
    microphone.use(monkeypatch)
    with recording_window() as started:
        yield started


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """What is played: a dialogue whose first voice is soon told from others."""
    return long_turns(tmp_path)


@pytest.fixture
def service(qtbot: QtBot) -> Iterator[LiveService]:
    """The next start's."""
    made = LiveService()
    yield made
    made.shutdown()


def offered(qtbot: QtBot, service: LiveService) -> list[Path]:
    with qtbot.waitSignal(service.unfinished_found, timeout=TIMEOUT_MS) as found:
        service.start()
    return [each.folder for each in found.args[0] if each.duration_ms]


def nothing_offered(qtbot: QtBot) -> bool:
    """Whether a start offers nothing."""
    service = LiveService()
    found: list[object] = []
    service.unfinished_found.connect(found.append)
    with qtbot.waitSignal(service.inputs_listed, timeout=TIMEOUT_MS):  # which is asked for after it
        service.start()
    service.shutdown()
    return not found


def test_a_killed_window_s_recording_its_words_and_names_are_kept_and_offered(
    qtbot: QtBot,
    window: Window,
    service: LiveService,
    microphone: VirtualMicrophone,  # noqa: F811
    talk: Path,
) -> None:
    folder = Path(window.until("folder"))
    with microphone.playing(talk):
        window.until("named")
        word = window.until("final")
        window.kill()
    sidecar = read_sidecar(folder)
    assert sidecar is not None
    assert sidecar.ended.startswith("Diarist was gone: the recording ended at 00:")
    draft = first_draft(folder)
    transcript = json_format.parse(draft.read_bytes(), source=draft)
    assert word in " ".join(turn.text for turn in transcript.turns)
    assert "Nagg" in {speaker.name for speaker in transcript.speakers}
    assert offered(qtbot, service) == [folder]
    (found,) = folder.glob("Recording*.wav")
    with qtbot.waitSignal(service.recovered, timeout=TIMEOUT_MS) as recovered:
        service.recover(_only_unfinished(folder))
    assert recovered.args[0].sound == found
    assert soundfile.info(found).duration * 1000 > max(3000, transcript.turns[-1].end_ms)
    service.settle(folder)
    service.shutdown()
    assert nothing_offered(qtbot)


def test_where_everything_is_killed_at_once_the_recording_is_offered_and_the_names_are_kept(
    qtbot: QtBot,
    window: Window,
    service: LiveService,
    microphone: VirtualMicrophone,  # noqa: F811
    talk: Path,
) -> None:
    folder = Path(window.until("folder"))
    with microphone.playing(talk):
        window.until("named")
        qtbot.waitUntil(lambda: is_named(folder), timeout=TIMEOUT_MS)
        window.kill_all()
    assert offered(qtbot, service) == [folder]


def test_what_was_stopped_and_never_written_down_is_offered_until_it_is_settled(
    qtbot: QtBot,
    window: Window,
    service: LiveService,
    microphone: VirtualMicrophone,  # noqa: F811
    talk: Path,
) -> None:
    folder = Path(window.until("folder"))
    with microphone.playing(talk):
        window.until("final")
    window.stop()
    window.until("recorded")
    assert nothing_offered(qtbot)  # to another window, while this one lives
    window.kill()
    assert offered(qtbot, service) == [folder]
    sidecar = read_sidecar(folder)
    assert sidecar is not None
    assert sidecar.ended == EndReason.STOPPED
    service.settle(folder)
    service.shutdown()
    assert nothing_offered(qtbot)


def is_named(folder: Path) -> bool:
    """Whether the name that was given lies beside the sound."""
    draft = first_draft(folder)
    return draft.exists() and b'"Nagg"' in draft.read_bytes()


def _only_unfinished(folder: Path) -> Unfinished:
    (found,) = unfinished(folder.parent)
    return found
