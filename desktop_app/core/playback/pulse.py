"""What PulseAudio, or PipeWire in its place, can play on."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_VARIABLE = "PULSE_SINK"
_TIMEOUT_S = 5


@dataclass(frozen=True, slots=True)
class Sink:
    """An output of the sound server. id: the server's name for it; name: what a person calls it."""

    id: str
    name: str
    rate_hz: int
    default: bool


def pulse_sinks() -> tuple[Sink, ...]:
    """Every sink of the sound server; none where there is no server, or no pactl to ask it with."""
    sinks, server = _asked("list", "sinks"), _asked("info")
    if not isinstance(sinks, list) or not isinstance(server, dict):
        return ()
    default = os.environ.get(_VARIABLE) or server.get("default_sink_name")
    return tuple(
        Sink(
            str(sink["name"]),
            str(sink.get("description") or sink["name"]),
            int(str(sink["sample_specification"]).split()[2].removesuffix("Hz")),  # such as "s16le 2ch 48000Hz"
            sink["name"] == default,
        )
        for sink in sinks
    )


@contextmanager
def chosen(sink: Sink) -> Iterator[None]:
    """What is opened inside by the name 'pulse' is this sink. It is the process's environment that says so."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = sink.id
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


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
