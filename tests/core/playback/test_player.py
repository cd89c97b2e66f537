"""A player with its thread: what is asked of it from anywhere is done in order, and told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread, current_thread

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from scripted_output import ScriptedSystem, Told
from synthesis import tone
from told_time import RATE_HZ, off_by_ms, telling_noise
from virtual_microphone import SINK, VirtualMicrophone, virtual_microphone

from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import SoundSystem
from desktop_app.core.playback.player import Player
from desktop_app.core.playback.values import Played, PlayerState
from desktop_app.core.transcript.values import Span

NOISE = telling_noise(20.0)


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Played:
    path = tmp_path_factory.mktemp("player") / "noise.wav"
    soundfile.write(path, NOISE, RATE_HZ)
    return Played((path,))


@pytest.fixture(scope="module")
def sound_server() -> Iterator[VirtualMicrophone]:
    with virtual_microphone() as started:
        yield started


@pytest.fixture
def sink(sound_server: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> VirtualMicrophone:
    sound_server.use(monkeypatch)
    return sound_server


def is_open(news: object) -> bool:
    return isinstance(news, PlayerState) and news.is_open


def plays(news: object) -> bool:
    return isinstance(news, PlayerState) and news.playing


def rests(news: object) -> bool:
    return isinstance(news, PlayerState) and not news.playing


def test_what_is_asked_is_done_in_order_in_one_thread(noise: Played) -> None:
    threads = set()

    class Where(Told):
        def changed(self, state: PlayerState) -> None:
            threads.add(current_thread().name)
            super().changed(state)

    told, scripted = Where(), ScriptedSystem()
    with closing(Player(told, scripted.system)) as player:
        player.open(noise)
        for ms in range(0, 10_000, 100):
            player.seek(ms)
        player.skip(-900)
        player.set_speed(1.5)
        player.set_volume(0.5)
        player.set_step_back(500)
        player.loop(Span(9000, 10_000))
        player.toggle()
        told.wait_for(plays)
        assert player.playing
        assert player.position_ms == 9000
        assert [device.name for device in player.devices()] == ["Desk"]
        player.pause()
        told.wait_for(rests)
    assert told.states[-1] == PlayerState(speed=1.5, volume=0.5)
    assert threads == {"diarist-player"}
    assert not told.failures


def test_whatever_goes_wrong_is_told_and_the_player_lives_on(noise: Played) -> None:
    told, scripted = Told(), ScriptedSystem()
    with closing(Player(told, scripted.system)) as player:
        player.open("no recording")  # type: ignore[arg-type]
        error = told.wait_for(lambda news: isinstance(news, PlaybackError))
        assert "unexpectedly" in str(error)
        player.open(noise)
        told.wait_for(is_open)


def test_outputs_that_cannot_be_listed_are_told_to_who_asked() -> None:
    def broken() -> tuple[()]:
        raise PlaybackError("PortAudio does not load")

    scripted = ScriptedSystem()
    with closing(Player(Told(), SoundSystem(scripted.open, broken, scripted.system.clock))) as player:
        with pytest.raises(PlaybackError, match="does not load"):
            player.devices()


def test_closing_in_the_middle_leaves_nothing(noise: Played) -> None:
    told, scripted = Told(), ScriptedSystem()
    player = Player(told, scripted.system)
    player.open(noise)
    player.play()
    told.wait_for(plays)
    player.close()
    player.close()
    assert scripted.now.closed
    player.play()
    assert player.devices() == ()


@contextmanager
def listening() -> Iterator[list[bytes]]:
    """What the sink is played, as bytes of 16 kHz mono."""
    command = ["parec", "-d", f"{SINK}.monitor", "--rate=16000", "--channels=1", "--format=s16le", "--latency-msec=20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        parts = [process.stdout.read(2)]  # it listens now

        def read() -> None:
            assert process.stdout is not None
            while part := process.stdout.read(640):
                parts.append(part)

        reader = Thread(target=read)
        reader.start()
        try:
            yield parts
        finally:
            process.terminate()
            reader.join()


def heard(parts: list[bytes]) -> NDArray[np.float32]:
    data = b"".join(parts)
    return np.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(np.float32) / 32768


@pytest.mark.slow
def test_the_sink_hears_what_was_played(sink: VirtualMicrophone, noise: Played) -> None:
    told = Told()
    with listening() as parts, closing(Player(told)) as player:
        player.open(noise)
        player.play(3000, 4500)
        told.wait_for(lambda news: news == "ended")
        assert player.position_ms == 4500
        while not (sound := heard(parts)).any() or np.flatnonzero(sound)[-1] > len(sound) - RATE_HZ // 2:
            pass  # until it has been silent for half a second
    assert not told.failures
    first = np.flatnonzero(np.abs(sound) > 0.02)[0]
    assert off_by_ms(sound[first + RATE_HZ // 2 :], NOISE, 3.5) == pytest.approx(0, abs=15)


@pytest.mark.slow
def test_recording_and_playing_go_on_at_the_same_time(sink: VirtualMicrophone, noise: Played, tmp_path: Path) -> None:
    """The recorder is a process of its own, as in Diarist; it hears what is played."""
    told = Told()
    with closing(Player(told)) as player:
        player.open(noise)
        player.play()
        told.wait_for(plays)
        subprocess.run([sys.executable, "-c", RECORDS, str(tmp_path / "Talk")], check=True, timeout=60)
        assert player.playing
    recorded, rate_hz = soundfile.read(next((tmp_path / "Talk").glob("*.wav")), dtype="float32")
    assert not told.failures
    assert rate_hz == 48_000
    assert np.abs(recorded[rate_hz:]).max() > 0.1


RECORDS = """
import sys
from pathlib import Path
from threading import Event
from desktop_app.core.capture.recorder import Recorder
from desktop_app.core.capture.values import Level, Source

enough = Event()
def told(event):
    if isinstance(event, Level) and event.at_ms > 2000:
        enough.set()
recorder = Recorder(Path(sys.argv[1]), Source(), told)
recorder.start()
enough.wait()
recorder.stop()
"""


@pytest.mark.slow
def test_a_sink_that_is_taken_away_does_not_hang_the_player(sink: VirtualMicrophone, tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    soundfile.write(path, tone(48_000, 60.0), 48_000)
    description = "sink_properties=device.description=Headset"
    module = sink.ask("load-module", "module-null-sink", "sink_name=headset", description)
    told = Told()
    try:
        with closing(Player(told)) as player:
            player.use_device("Headset")
            player.open(Played((path,)))
            player.play()
            told.wait_for(plays)
            sink.unplug(module)
            module = ""
            player.use_device("Headset")
            error = told.wait_for(lambda news: isinstance(news, PlaybackError))
            assert "Headset" in str(error)
            player.use_device(None)
            player.play()
            told.wait_for(plays)
    finally:
        if module:
            sink.unplug(module)


@pytest.mark.slow
def test_a_sound_server_that_ends_pauses_the_player_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, noise: Played
) -> None:
    told = Told()
    with virtual_microphone() as server:
        server.use(monkeypatch)
        player = Player(told)
        player.open(noise)
        player.play()
        told.wait_for(plays)
        server.ask("exit")
        error = told.wait_for(lambda news: isinstance(news, PlaybackError))
        assert "is gone, and playing has stopped" in str(error)
        assert not player.playing
        player.close()
