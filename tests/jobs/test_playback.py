"""The window's player: nothing waits in the window's thread, and all news come there."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

sys.path.append(str(Path(__file__).parents[1] / "core" / "playback"))  # for when these tests run alone
from scripted_output import ScriptedSystem

from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import SoundSystem
from desktop_app.core.playback.values import OutputDevice, Played
from desktop_app.core.transcript.values import Span
from desktop_app.jobs.messages import Failed
from desktop_app.jobs.playback import Playback

TIMEOUT_MS = 20_000


@pytest.fixture
def scripted() -> ScriptedSystem:
    return ScriptedSystem()


@pytest.fixture
def playback(qtbot: QtBot, scripted: ScriptedSystem) -> Iterator[Playback]:
    made = Playback(system=scripted.system)
    yield made
    made.shutdown()


@pytest.fixture
def recording(tmp_path: Path) -> Played:
    path = tmp_path / "talk.wav"
    soundfile.write(path, np.full(5 * 16_000, 0.1), 16_000)
    return Played((path,))


def test_a_recording_is_opened_and_played_and_the_window_s_thread_hears_of_it(
    qtbot: QtBot, playback: Playback, recording: Played
) -> None:
    threads = []
    playback.changed.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(playback.changed, check_params_cb=lambda state: state.is_open, timeout=TIMEOUT_MS):
        playback.open(recording)
    assert playback.state.duration_ms == 5000
    with qtbot.waitSignal(playback.changed, check_params_cb=lambda state: state.playing, timeout=TIMEOUT_MS):
        playback.play(1000, 2000)
    assert playback.position_ms == 1000
    assert set(threads) == {QThread.currentThread()}


def test_the_end_is_told_after_the_state(
    qtbot: QtBot, playback: Playback, recording: Played, scripted: ScriptedSystem
) -> None:
    playback.open(recording)
    playback.play(1000, 1500)
    qtbot.waitUntil(lambda: playback.state.playing, timeout=TIMEOUT_MS)
    ends: list[bool] = []
    playback.ended.connect(lambda: ends.append(playback.state.playing))

    def plays_to_the_end() -> bool:
        scripted.block()
        return bool(ends)

    qtbot.waitUntil(plays_to_the_end, timeout=TIMEOUT_MS)
    assert ends == [False]
    assert not playback.state.playing
    assert playback.position_ms == 1500


def test_every_wish_reaches_the_player(qtbot: QtBot, playback: Playback, recording: Played) -> None:
    playback.open(recording)
    playback.set_speed(1.5)
    playback.set_volume(0.5)
    playback.set_step_back(0)
    playback.loop(Span(1000, 2000))
    playback.seek(1500)
    playback.skip(-200)
    playback.toggle()
    qtbot.waitUntil(lambda: playback.state.playing, timeout=TIMEOUT_MS)
    state = playback.state
    assert (state.speed, state.volume, state.loop, state.device) == (1.5, 0.5, Span(1000, 2000), "Desk")
    assert playback.position_ms == 1300
    playback.pause()
    qtbot.waitUntil(lambda: not playback.state.playing, timeout=TIMEOUT_MS)
    playback.close_recording()
    qtbot.waitUntil(lambda: not playback.state.is_open, timeout=TIMEOUT_MS)


def test_what_goes_wrong_is_told_in_sentences(
    qtbot: QtBot, playback: Playback, recording: Played, scripted: ScriptedSystem, tmp_path: Path
) -> None:
    with qtbot.waitSignal(playback.failed, timeout=TIMEOUT_MS) as failed:
        playback.open(Played((tmp_path / "none.mp3",)))
    assert failed.args == [Failed("'none.mp3' cannot be played: there is no such file.", "")]
    scripted.plugged.clear()
    playback.open(recording)
    playback.use_device(None)
    with qtbot.waitSignal(playback.failed, timeout=TIMEOUT_MS) as failed:
        playback.play()
    assert failed.args == [Failed("There is no output to play on.", "Plug in headphones or loudspeakers.")]


def test_outputs_are_listed_and_chosen(qtbot: QtBot, playback: Playback, scripted: ScriptedSystem) -> None:
    scripted.plugged["Headset"] = 16_000
    with qtbot.waitSignal(playback.devices_listed, timeout=TIMEOUT_MS) as listed:
        playback.list_devices()
    assert listed.args == [(OutputDevice("Desk", default=True), OutputDevice("Headset"))]
    playback.use_device("Headset")
    qtbot.waitUntil(lambda: playback.state.device == "Headset", timeout=TIMEOUT_MS)


def test_outputs_that_cannot_be_listed_are_told(qtbot: QtBot, scripted: ScriptedSystem) -> None:
    def broken() -> tuple[()]:
        raise PlaybackError("PortAudio does not load (it is missing)", "Install it.")

    playback = Playback(system=SoundSystem(scripted.open, broken, scripted.system.clock))
    with qtbot.waitSignal(playback.failed, timeout=TIMEOUT_MS) as failed:
        playback.list_devices()
    assert failed.args == [Failed("PortAudio does not load (it is missing).", "Install it.")]
    playback.shutdown()


def test_after_the_end_nothing_is_told(qtbot: QtBot, recording: Played, scripted: ScriptedSystem) -> None:
    playback = Playback(system=scripted.system)
    playback.open(recording)
    with qtbot.assertNotEmitted(playback.changed):
        playback.shutdown()
        QCoreApplication.processEvents()
