"""The window, in the user's language."""

import os
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.store.settings import Language
from desktop_app.interruption import leave_signals_to_the_system
from desktop_app.translation import VARIABLE, languages, speak


def show_window(paths: Sequence[Path] = (), *, sample: bool = False) -> int:
    """Open the window with these recordings, or with the sample, and stay until it is closed; the exit code."""
    speak(os.environ.get(VARIABLE) or _chosen())
    from desktop_app.app import run  # its texts are translated as it is imported

    leave_signals_to_the_system()  # Qt's event loop is not Python's
    return run(list(paths), sample=sample)


def _chosen() -> str:
    """The language that the settings name."""
    from desktop_app.core.store.errors import SettingsError
    from desktop_app.core.store.settings_file import load_settings

    try:
        chosen = load_settings().window.language
    except SettingsError:  # the window tells it where it uses them
        chosen = Language.SYSTEM
    return _of_the_system() if chosen is Language.SYSTEM else chosen


def _of_the_system() -> str:
    """The first of the languages this computer's user reads that there is a catalogue for; '' if there is none."""
    from PySide6.QtCore import QLocale

    wanted = (each.split("-")[0] for each in QLocale.system().uiLanguages())
    return next((each for each in wanted if each in languages()), "")
