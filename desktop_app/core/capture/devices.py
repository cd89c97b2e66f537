"""What can be recorded on this computer: one entry for each real input, by a plain name."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from types import ModuleType
from typing import Any

from desktop_app.core.capture import pulse
from desktop_app.core.capture.errors import CaptureError
from desktop_app.core.capture.portaudio import portaudio, refresh
from desktop_app.core.capture.values import InputDevice, Source, SourceKind
from desktop_app.translation import tr

__all__ = ["is_plugged_in", "list_inputs", "opened_as", "refresh"]

_PULSE = "pulse"
_HOSTS = ("Windows WASAPI", "Core Audio", "ALSA", "JACK Audio Connection Kit")
"""Whose names are used where the system shows an input several times, the first that is there."""
_LOOP_BACKS = (
    "stereo mix",
    "what u hear",
    "wave out mix",
    "blackhole",
    "soundflower",
    "loopback",
    "vb-audio",
    "cable output",
)
_MOST_CHANNELS = 8
"""More has no microphone: it is what a plug-in of ALSA could take."""


def list_inputs() -> tuple[InputDevice, ...]:
    """Every input, the system's default marked; none where there is none.

    What was plugged in since PortAudio began is found after `refresh` only. CaptureError where PortAudio is missing.
    """
    return tuple(device for device, _ in _inputs())


def is_plugged_in(source: Source) -> bool:
    """Whether an input that is open is still there.

    A sound server goes on with another one without a word; other systems end the stream, which needs no looking.
    """
    if source.device is None or not source.device.startswith(pulse.PREFIX):
        return True
    sources = pulse.pulse_inputs()
    return not sources or any(each.id == source.device for each in sources)


@contextmanager
def opened_as(source: Source) -> Iterator[tuple[InputDevice, int]]:
    """The input that is asked for and its index in PortAudio, which holds inside.

    CaptureError where it is not there, or PortAudio is missing.
    """
    device, index = _found(source, _inputs())
    with pulse.chosen(device.id) if device.id.startswith(pulse.PREFIX) else nullcontext():
        yield device, index


def _found(source: Source, inputs: Sequence[tuple[InputDevice, int]]) -> tuple[InputDevice, int]:
    if source.device is None:
        if not inputs:
            raise CaptureError(
                tr("there is no input to record from"),
                tr("Plug in a microphone, or see to the system's sound settings."),
            )
        return next((each for each in inputs if each[0].default), inputs[0])
    for each in inputs:
        if each[0].id == source.device:
            return each
    raise CaptureError(
        tr("the input '{name}' is not there", name=source.device.removeprefix(pulse.PREFIX)),
        tr("Plug it in, or choose another."),
    )


def _inputs() -> list[tuple[InputDevice, int]]:
    library = portaudio()
    found: Sequence[Mapping[str, Any]] = library.query_devices()
    through_pulse = next((index for index, each in enumerate(found) if each["name"] == _PULSE and _hears(each)), None)
    if through_pulse is not None and (sources := pulse.pulse_inputs()):
        return [(device, through_pulse) for device in sources]
    host = _host(library)
    default = int(library.query_hostapis(host)["default_input_device"]) if host >= 0 else -1
    heard = [(index, each) for index, each in enumerate(found) if _hears(each) and each["hostapi"] == host]
    names = _different([str(each["name"]) for _, each in heard])
    return [
        (_input(each, name, default=index == default), index) for name, (index, each) in zip(names, heard, strict=True)
    ]


def _hears(device: Mapping[str, Any]) -> bool:
    return bool(device["max_input_channels"] > 0)


def _host(library: ModuleType) -> int:
    """The index of the host interface whose inputs are listed: the others show the same ones again."""
    hosts: Sequence[Mapping[str, Any]] = library.query_hostapis()
    with_inputs = [
        index
        for index, host in enumerate(hosts)
        if any(_hears(library.query_devices(each)) for each in host["devices"])
    ]
    return min(with_inputs, key=lambda index: _rank(str(hosts[index]["name"])), default=-1)


def _rank(host: str) -> int:
    return _HOSTS.index(host) if host in _HOSTS else len(_HOSTS)


def _different(names: Sequence[str]) -> list[str]:
    """The names, numbered where several inputs have the same."""
    return [
        name if (place := names[:index].count(name)) == 0 else f"{name} ({place + 1})"
        for index, name in enumerate(names)
    ]


def _input(device: Mapping[str, Any], device_id: str, *, default: bool) -> InputDevice:
    name = _plain(device_id)
    heard = SourceKind.SYSTEM_AUDIO if any(each in name.casefold() for each in _LOOP_BACKS) else SourceKind.MICROPHONE
    channels = int(device["max_input_channels"])
    return InputDevice(
        id=device_id,
        name=name,
        kind=heard,
        channels=channels if channels <= _MOST_CHANNELS or sys.platform != "linux" else 1,
        rate_hz=round(device["default_samplerate"]),
        default=default,
    )


def _plain(name: str) -> str:
    if name == "default":
        return tr("The system's default")
    return " ".join(name.split())
