"""That a transcript is incomplete, in the words of every format for people."""

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript
from desktop_app.translation import tr


def incompleteness(transcript: Transcript) -> str | None:
    """Such as 'incomplete: interrupted at 00:12 of 01:05'; None where nothing is missing."""
    if transcript.incomplete_from_ms is None:
        return None
    return tr(
        "incomplete: interrupted at {time} of {length}",
        time=clock(transcript.incomplete_from_ms),
        length=clock(transcript.audio.duration_ms),
    )
