"""The sound server, PulseAudio or PipeWire in its place: asked by pactl, told by the environment."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_TIMEOUT_S = 5


def asked(*question: str) -> object:
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


@contextmanager
def told(variable: str, name: str) -> Iterator[None]:
    """What is opened inside by the name 'pulse' is that source, or sink. It is the process's environment that says so.

    variable: PULSE_SOURCE or PULSE_SINK; name: the server's name for it.
    """
    before = os.environ.get(variable)
    os.environ[variable] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before
