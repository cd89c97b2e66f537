import os
import sys
from types import ModuleType
from typing import Any

import pytest

from desktop_app.core.audio import pulse_server
from desktop_app.core.capture import devices, pulse
from desktop_app.core.capture.devices import list_inputs, opened_as
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.values import InputDevice, Source, SourceKind

PULSE_INPUTS = pulse.pulse_inputs


def device(name: str, host: int, channels: int = 2) -> dict[str, Any]:
    return {"name": name, "hostapi": host, "max_input_channels": channels, "default_samplerate": 44_100.0}


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A PortAudio that shows each input once for every host interface, as on Windows."""
    found = [
        device("Microphone (USB)", 0),
        device("Speakers", 0, channels=0),
        device("Microphone (USB)", 1),
        device("Microphone (USB)", 1),
        device("Stereo Mix (Realtek)", 1),
        device("Speakers", 1, channels=0),
    ]
    hosts = [
        {"name": "MME", "devices": [0, 1], "default_input_device": 0},
        {"name": "Windows WASAPI", "devices": [2, 3, 4, 5], "default_input_device": 3},
    ]
    library: Any = ModuleType("sounddevice")
    library.query_devices = lambda index=None: found if index is None else found[index]
    library.query_hostapis = lambda index=None: hosts if index is None else hosts[index]
    monkeypatch.setattr(devices, "portaudio", lambda: library)
    monkeypatch.setattr(pulse, "pulse_inputs", lambda: ())
    return library  # type: ignore[no-any-return]


def test_each_input_is_listed_once_and_by_an_id_of_its_own(library: ModuleType) -> None:
    usb = "Microphone (USB)"
    assert list_inputs() == (
        InputDevice(usb, usb, SourceKind.MICROPHONE, 2, 44_100),
        InputDevice(f"{usb} (2)", f"{usb} (2)", SourceKind.MICROPHONE, 2, 44_100, default=True),
        InputDevice("Stereo Mix (Realtek)", "Stereo Mix (Realtek)", SourceKind.SYSTEM_AUDIO, 2, 44_100),
    )


@pytest.mark.parametrize(
    ("wanted", "index"), [(None, 3), ("Microphone (USB)", 2), ("Microphone (USB) (2)", 3), ("Stereo Mix (Realtek)", 4)]
)
def test_what_is_asked_for_is_opened(library: ModuleType, wanted: str | None, index: int) -> None:
    with opened_as(Source(wanted)) as (_, found):
        assert found == index


def test_what_is_not_there_is_said(library: ModuleType) -> None:
    with pytest.raises(CaptureError, match="'Moon' is not there"), opened_as(Source("Moon")):
        pass


def test_a_sound_server_lists_its_own_sources(library: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [device("hw:0", 0), device("pulse", 0, channels=32)]
    monkeypatch.setattr(library, "query_devices", lambda: found)
    answers = {
        ("list", "sources"): [
            {
                "name": "alsa_output.monitor",
                "description": "Monitor of Built-in Audio",
                "monitor_source": "alsa_output",
                "sample_specification": "s16le 2ch 48000Hz",
            },
            {
                "name": "mic",
                "description": "Mic",
                "monitor_source": "",
                "sample_specification": "float32le 1ch 44100Hz",
            },
        ],
        ("info",): {"default_source_name": "mic"},
    }
    monkeypatch.setattr(pulse, "pulse_inputs", PULSE_INPUTS)
    monkeypatch.setattr(pulse_server, "asked", lambda *question: answers[question])
    monkeypatch.delenv("PULSE_SOURCE", raising=False)
    played = "What this computer plays (Built-in Audio)"
    assert list_inputs() == (
        InputDevice("pulse:alsa_output.monitor", played, SourceKind.SYSTEM_AUDIO, 2, 48_000),
        InputDevice("pulse:mic", "Mic", SourceKind.MICROPHONE, 1, 44_100, default=True),
    )
    with opened_as(Source("pulse:alsa_output.monitor")) as (_, index):
        assert (index, os.environ["PULSE_SOURCE"]) == (1, "alsa_output.monitor")
    assert "PULSE_SOURCE" not in os.environ


def test_a_computer_without_inputs_has_none(library: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "query_devices", list)
    monkeypatch.setattr(library, "query_hostapis", list)
    assert list_inputs() == ()
    with pytest.raises(CaptureError, match="no input to record from"), opened_as(Source()):
        pass


def test_the_recorder_imports_nothing_heavy() -> None:
    import subprocess

    program = "import sys, desktop_app.core.capture.recorder_process; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"torch", "scipy", "onnxruntime", "PySide6", "av", "soxr", "sounddevice", "soundfile"} & {*loaded}
