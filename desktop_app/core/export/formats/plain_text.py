"""TXT: a transcript to read."""

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line, speaker_names
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import Transcript


def render(transcript: Transcript) -> str:
    """A line on the recording and what of it was heard, a paragraph per spoken turn: '[00:12] Anna: text', and one for
    everything that a reader must know of the whole. An incomplete transcript is said to be one in the first line, and
    after the last turn.

    Turns are those of the transcript, never joined: a turn's time is where its paragraph is heard.
    """
    names = speaker_names(transcript.speakers)
    facts = [clock(transcript.audio.duration_ms), heard_in_words(transcript.audio)]
    header = f"{file_name(transcript.audio)} ({', '.join(filter(None, facts))})"
    note = incompleteness(transcript)
    paragraphs = [
        paragraph(turn.start_ms, names[turn.speaker], text)
        for turn in transcript.spoken_turns()
        if (text := one_line(turn.text))
    ]
    if note is not None:
        header, paragraphs = f"{header}, {note}", [*paragraphs, f"[{note}]"]
    warnings = [f"[{one_line(warning)}]" for warning in transcript.warnings]
    return "\n\n".join([header, *paragraphs, *warnings]) + "\n"


def paragraph(start_ms: int, name: str, text: str) -> str:
    """'[00:12] Anna: text'."""
    return f"[{clock(start_ms)}] {name}: {text}"
