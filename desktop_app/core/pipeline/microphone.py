"""Whether there is a microphone to record from."""

from desktop_app.core.models.link import Link

_NAME = "microphone"


def microphone_link() -> Link:
    """The link 'microphone': holds where the system has an input by default."""
    try:
        import sounddevice
    except OSError as error:  # PortAudio is a library of the system
        return Link(_NAME, ok=False, detail=f"PortAudio does not load ({error})", cure="Install libportaudio2")
    try:
        found = sounddevice.query_devices(kind="input")
    except (sounddevice.PortAudioError, ValueError):
        return Link(_NAME, ok=False, detail="none found", cure="Plug one in, or see to the system's sound settings")
    return Link(_NAME, ok=True, detail=str(found["name"]))
