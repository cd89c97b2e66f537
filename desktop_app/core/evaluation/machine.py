"""The machine an evaluation ran on, in words: figures of speed mean nothing without it."""

import os
import platform
from pathlib import Path


def machine_in_words() -> str:
    """The processor, its cores, the system and Python."""
    return f"{_processor()}, {os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
