import json

import pytest

from desktop_app.cli import main
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.values import InputDevice, SourceKind
from desktop_app.terminal import devices

DESK = InputDevice("desk", "Tischmikrofon", SourceKind.MICROPHONE, 2, 48_000, default=True)
LOUD = InputDevice("loud", "What this computer plays (Built-in)", SourceKind.SYSTEM_AUDIO, 1, 44_100)


@pytest.fixture
def inputs(monkeypatch: pytest.MonkeyPatch) -> list[InputDevice]:
    there: list[InputDevice] = []
    monkeypatch.setattr(devices, "list_inputs", lambda: tuple(there))
    return there


def test_every_input_has_a_line_and_the_default_a_star(
    inputs: list[InputDevice], capsys: pytest.CaptureFixture[str]
) -> None:
    inputs += [DESK, LOUD]
    assert main(["devices"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "* Tischmikrofon                        microphone, 2 channels, 48000 Hz",
        "  What this computer plays (Built-in)  system audio, 1 channel, 44100 Hz",
    ]


def test_programs_read_the_same(inputs: list[InputDevice], capsys: pytest.CaptureFixture[str]) -> None:
    inputs += [DESK]
    assert main(["devices", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": "desk",
            "name": "Tischmikrofon",
            "kind": "microphone",
            "channels": 2,
            "rate_hz": 48_000,
            "default": True,
        }
    ]


def test_no_input_is_said_and_fails(inputs: list[InputDevice], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices"]) == 1
    assert capsys.readouterr().err.startswith("diarist: There is no input to record from. Plug in a microphone")
    assert main(["devices", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_a_missing_library_is_said_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> tuple[InputDevice, ...]:
        raise CaptureError("PortAudio does not load", "Install libportaudio2.")

    monkeypatch.setattr(devices, "list_inputs", missing)
    assert main(["devices"]) == 1
    assert capsys.readouterr().err == "diarist: PortAudio does not load. Install libportaudio2.\n"
