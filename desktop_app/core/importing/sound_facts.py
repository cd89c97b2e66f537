"""What a recording's file says of itself, without its sound being heard."""

from pathlib import Path

from desktop_app.core.audio.source import open_source
from desktop_app.core.store.content_id import content_id
from desktop_app.core.transcript.values import AudioSource


def audio_source(path: Path) -> AudioSource:
    """The recording as a transcript names it. AudioError where it cannot be read.

    A file that does not say how long it is, is decoded to find that out.
    """
    source = open_source(path)
    source.container.close()
    first = source.tracks[0]
    return AudioSource(
        file=str(path.absolute()),
        duration_ms=round(source.duration_s * 1000) if source.duration_s else _decoded_ms(path),
        sample_rate_hz=first.rate_hz,
        channels=first.channels,
        sha256=content_id(path),
        tracks=source.tracks_there,
    )


def _decoded_ms(path: Path) -> int:
    from desktop_app.core.audio.recording import open_recording  # numpy: the window shows before it is loaded

    with open_recording(path) as recording:
        return recording.duration_ms
