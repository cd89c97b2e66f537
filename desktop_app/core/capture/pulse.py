"""What PulseAudio, or PipeWire in its place, can record: real inputs, and what the computer plays."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from desktop_app.core.capture.values import InputDevice, SourceKind

PREFIX = "pulse:"
_VARIABLE = "PULSE_SOURCE"
_TIMEOUT_S = 5
_MONITOR = "Monitor of "


def pulse_inputs() -> tuple[InputDevice, ...]:
    """Every source of the sound server; none where there is no server, or no pactl to ask it with."""
    sources, server = _asked("list", "sources"), _asked("info")
    if not isinstance(sources, list) or not isinstance(server, dict):
        return ()
    default = os.environ.get(_VARIABLE) or server.get("default_source_name")
    return tuple(_input(source, default=source["name"] == default) for source in sources)


@contextmanager
def chosen(device_id: str) -> Iterator[None]:
    """What is opened inside by the name 'pulse' is this source. It is the process's environment that says so."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = device_id.removeprefix(PREFIX)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


def _input(source: Mapping[str, Any], *, default: bool) -> InputDevice:
    description = str(source.get("description") or source["name"])
    is_monitor = bool(source.get("monitor_source"))
    name = f"What this computer plays ({description.removeprefix(_MONITOR)})" if is_monitor else description
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


def _asked(*question: str) -> object:
    """What pactl answers; None where it does not."""
    if (pactl := shutil.which("pactl")) is None:
        return None
    try:
        answer = subprocess.run(
            [pactl, "--format=json", *question],
            capture_output=True,
            timeout=_TIMEOUT_S,
            env={**os.environ, "LC_ALL": "C"},  # other languages write numbers that are no JSON
            check=True,
        )
        found: object = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return found
