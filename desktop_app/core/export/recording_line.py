"""What a reader is told of a recording and of its transcript as a whole."""

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import Transcript


def recording_line(transcript: Transcript) -> str:
    """'talk.wav (01:05, sound track 2 of 2), incomplete: ...': the file, its length, what was heard and is missing."""
    facts = [clock(transcript.audio.duration_ms), heard_in_words(transcript.audio)]
    line = f"{file_name(transcript.audio)} ({', '.join(filter(None, facts))})"
    note = incompleteness(transcript)
    return line if note is None else f"{line}, {note}"


def closing_notes(transcript: Transcript) -> list[str]:
    """What is said after the last turn, each in brackets: that words are missing, and the warnings."""
    notes = [incompleteness(transcript), *map(one_line, transcript.warnings)]
    return [f"[{note}]" for note in notes if note is not None]
