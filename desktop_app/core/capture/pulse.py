"""What PulseAudio, or PipeWire in its place, can record: real inputs, and what the computer plays."""

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from desktop_app.core.audio import pulse_server
from desktop_app.core.capture.values import InputDevice, SourceKind
from desktop_app.translation import tr

PREFIX = "pulse:"
_VARIABLE = "PULSE_SOURCE"
_MONITOR = "Monitor of "


def pulse_inputs() -> tuple[InputDevice, ...]:
    """Every source of the sound server; none where there is no server, or no pactl to ask it with."""
    sources, server = pulse_server.asked("list", "sources"), pulse_server.asked("info")
    if not isinstance(sources, list) or not isinstance(server, dict):
        return ()
    default = os.environ.get(_VARIABLE) or server.get("default_source_name")
    return tuple(_input(source, default=source["name"] == default) for source in sources)


def chosen(device_id: str) -> AbstractContextManager[None]:
    """What is opened inside by the name 'pulse' is this source."""
    return pulse_server.told(_VARIABLE, device_id.removeprefix(PREFIX))


def _input(source: Mapping[str, Any], *, default: bool) -> InputDevice:
    description = str(source.get("description") or source["name"])
    is_monitor = bool(source.get("monitor_source"))
    played = tr("What this computer plays ({output})", output=description.removeprefix(_MONITOR))
    name = played if is_monitor else description
    kind = SourceKind.SYSTEM_AUDIO if is_monitor else SourceKind.MICROPHONE
    _, channels, rate = str(source["sample_specification"]).split()  # such as "s16le 2ch 48000Hz"
    return InputDevice(
        PREFIX + str(source["name"]),
        name,
        kind,
        int(channels.removesuffix("ch")),
        int(rate.removesuffix("Hz")),
        default,
    )
