"""Which language the window is to speak: settled before anything that has a text is imported."""

import tomllib
from collections.abc import Sequence

from desktop_app.core.store.settings_path import settings_file
from desktop_app.translation import languages, speak

_OPEN_THE_WINDOW = {"open", "sample"}


def opens_the_window(arguments: Sequence[str]) -> bool:
    """Whether a command line that begins so is about the window; all else speaks English."""
    words = [each for each in arguments if not each.startswith("-")]
    return not words or words[0] in _OPEN_THE_WINDOW


def speak_as_chosen() -> None:
    """Speak what the settings name, else what this computer's user reads, else English."""
    chosen = _in_the_settings()
    speak(chosen if chosen in languages() else _of_the_system())


def _in_the_settings() -> str:
    """What stands there; whether it is right is told where they are read as a whole."""
    try:
        part = tomllib.loads(settings_file().read_text(encoding="utf-8")).get("window", {})
    except (OSError, ValueError):
        return ""
    return str(part.get("language", "")) if isinstance(part, dict) else ""


def _of_the_system() -> str:
    """The first language of its user's that there is a catalogue for; '' if there is none."""
    from PySide6.QtCore import QLocale

    wanted = (each.split("-")[0] for each in QLocale.system().uiLanguages())
    return next((each for each in wanted if each in languages()), "")
