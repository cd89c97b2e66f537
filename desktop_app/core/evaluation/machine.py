"""The machine an evaluation ran on, in words: figures of speed mean nothing without it."""

import os
import platform

from desktop_app.core.models.forms.processor import processor_name


def machine_in_words() -> str:
    """The processor, its cores, the system and Python."""
    return f"{processor_name()}, {os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}"
