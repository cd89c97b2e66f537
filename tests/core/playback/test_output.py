"""What every output keeps to: the scripted one, and this computer's, played into a sink that leads nowhere."""

import time
from collections.abc import Iterator
from queue import Queue
from threading import Event
from typing import Protocol

import numpy as np
import pytest
from scripted_output import PATIENCE_S, ScriptedSystem
from virtual_microphone import SINK, VirtualMicrophone, virtual_microphone

from desktop_app.core.playback import portaudio
from desktop_app.core.playback.errors import PlaybackError
from desktop_app.core.playback.output import SoundSystem
from desktop_app.core.playback.portaudio import this_computer
from desktop_app.core.playback.stereo import Stereo
from desktop_app.core.playback.values import OutputDevice


class _Computer(Protocol):
    """A sound system, and how its time goes by."""

    system: SoundSystem

    def go_on(self) -> None: ...


class _Scripted:
    def __init__(self) -> None:
        self._scripted = ScriptedSystem()
        self.system = self._scripted.system

    def go_on(self) -> None:
        self._scripted.block()


class _Real:
    def __init__(self) -> None:
        self.system = this_computer()

    def go_on(self) -> None:
        """It does by itself."""


@pytest.fixture(scope="module")
def sound_server() -> Iterator[VirtualMicrophone]:
    with virtual_microphone() as started:
        yield started


@pytest.fixture(params=["scripted", "real"])
def computer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> _Computer:
    if request.param == "scripted":
        return _Scripted()
    request.getfixturevalue("sound_server").use(monkeypatch)
    return _Real()


class _Filler:
    """Gives silence, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: Queue[tuple[tuple[int, ...], float, float]] = Queue()

    def __call__(self, frames: Stereo, at_s: float) -> None:
        frames[:] = 0
        self.asked.put((frames.shape, at_s, time.monotonic()))

    def next(self, computer: _Computer) -> tuple[tuple[int, ...], float, float]:
        computer.go_on()
        return self.asked.get(timeout=PATIENCE_S)


def test_an_output_asks_for_stereo_blocks_in_order_from_start_to_stop(computer: _Computer) -> None:
    fill, lost = _Filler(), Event()
    output = computer.system.open(None, fill, lost.set)
    try:
        assert output.name
        assert output.rate_hz >= 8000
        assert fill.asked.empty()
        output.start()
        output.start()
        asked = [fill.next(computer) for _ in range(20)]
        assert {shape[1] for shape, _, _ in asked} == {2}
        assert max(shape[0] for shape, _, _ in asked) <= 0.03 * output.rate_hz
        assert (np.diff([at_s for _, at_s, _ in asked[2:]]) > -0.05).all()
        output.stop()
        while not fill.asked.empty():
            fill.asked.get()
        computer.go_on()
        assert fill.asked.empty()
        output.start()
        fill.next(computer)
    finally:
        output.close()
    output.close()
    assert not lost.is_set()


def test_the_times_are_on_the_system_s_clock_and_not_past(computer: _Computer) -> None:
    fill = _Filler()
    output = computer.system.open(None, fill, lambda: None)
    try:
        output.start()
        for _ in range(10):
            before_s = computer.system.clock()
            _, at_s, _ = fill.next(computer)
            assert before_s - 1 < at_s < computer.system.clock() + 2
    finally:
        output.close()


def test_one_of_the_outputs_is_the_default_and_each_opens_by_its_name(computer: _Computer) -> None:
    devices = computer.system.devices()
    assert [device.default for device in devices].count(True) == 1
    for device in devices:
        output = computer.system.open(device.name, _Filler(), lambda: None)
        assert output.name == device.name
        output.close()


def test_an_output_that_is_not_there_is_told_in_a_sentence(computer: _Computer) -> None:
    with pytest.raises(PlaybackError, match=r"\. \w.*\.$"):
        computer.system.open("No such thing", _Filler(), lambda: None)


def test_without_a_sound_server_and_a_card_there_is_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    import sounddevice

    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    monkeypatch.setattr(sounddevice, "query_devices", list)
    monkeypatch.setattr(sounddevice, "query_hostapis", list)
    system = this_computer()
    assert system.devices() == ()
    with pytest.raises(PlaybackError, match="there is no output to play on"):
        system.open(None, _Filler(), lambda: None)


def test_the_default_output_is_found_by_the_name_that_it_has_in_another_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    default = portaudio._Place(0, OutputDevice("The system's default"), 48_000, 2)
    monkeypatch.setattr(portaudio, "_refresh", lambda: None)
    monkeypatch.setattr(portaudio, "_places", lambda: [default])
    monkeypatch.setattr(portaudio, "_PortAudioOutput", lambda place, *_: place)
    monkeypatch.setattr(portaudio, "in_every_language", lambda text: (text, "Standard des Systems"))
    opened = this_computer().open("Standard des Systems", _Filler(), lambda: None)
    assert opened is default  # type: ignore[comparison-overlap]
    with pytest.raises(PlaybackError, match="the output 'Desk' is not there"):
        this_computer().open("Desk", _Filler(), lambda: None)


def test_the_real_output_is_the_sink(sound_server: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> None:
    sound_server.use(monkeypatch)
    module = sound_server.ask(
        "load-module", "module-null-sink", "sink_name=other", "sink_properties=device.description=Other"
    )
    try:
        names = {device.name for device in this_computer().devices()}
        assert "Other" in names
        assert len(names) == 2
        output = this_computer().open("Other", _Filler(), lambda: None)
        output.start()
        assert "other" in sound_server.ask("list", "short", "sinks")
        inputs = sound_server.ask("list", "sink-inputs")
        output.close()
        sinks = {line.split()[1]: line.split()[0] for line in sound_server.ask("list", "short", "sinks").splitlines()}
        assert f"Sink: {sinks['other']}" in inputs
        assert sinks[SINK] != sinks["other"]
    finally:
        sound_server.unplug(module)
