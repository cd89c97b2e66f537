"""What PulseAudio, or PipeWire in its place, can play on."""

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass

from desktop_app.core.audio import pulse_server

_VARIABLE = "PULSE_SINK"


@dataclass(frozen=True, slots=True)
class Sink:
    """An output of the sound server. id: the server's name for it; name: what a person calls it."""

    id: str
    name: str
    rate_hz: int
    default: bool


def pulse_sinks() -> tuple[Sink, ...]:
    """Every sink of the sound server; none where there is no server, or no pactl to ask it with."""
    sinks, server = pulse_server.asked("list", "sinks"), pulse_server.asked("info")
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


def chosen(sink: Sink) -> AbstractContextManager[None]:
    """What is opened inside by the name 'pulse' is this sink."""
    return pulse_server.told(_VARIABLE, sink.id)
