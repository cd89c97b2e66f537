"""PortAudio, the system library behind sounddevice, and the freshness of what it knows."""

import threading
from contextlib import suppress
from types import ModuleType

from desktop_app.core.capture.errors import CaptureError
from desktop_app.translation import tr

_refreshing = threading.Lock()


def portaudio() -> ModuleType:
    """The sounddevice module. CaptureError where the library is missing."""
    try:
        import sounddevice
    except OSError as error:
        raise CaptureError(
            tr("PortAudio does not load ({error})", error=error),
            tr("Install libportaudio2, then start Diarist again."),
        ) from error
    module: ModuleType = sounddevice
    return module


def refresh() -> None:
    """Look anew at what is plugged in. Every open stream of this process stops: only where there is none.

    CaptureError where the library is missing. PortAudio looks once, when it begins, and so has to begin again.
    """
    library = portaudio()
    with _refreshing:
        with suppress(library.PortAudioError):
            library._terminate()
        with suppress(library.PortAudioError):
            library._initialize()
