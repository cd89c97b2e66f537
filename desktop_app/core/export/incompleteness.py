"""That a transcript is incomplete, in the words of every format for people."""

from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript


def incompleteness(transcript: Transcript) -> str | None:
    """Such as 'incomplete: interrupted at 00:12 of 01:05'; None where nothing is missing."""
    if transcript.incomplete_from_ms is None:
        return None
    return f"incomplete: interrupted at {clock(transcript.incomplete_from_ms)} of {clock(transcript.audio.duration_ms)}"
