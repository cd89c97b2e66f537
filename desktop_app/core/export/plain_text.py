"""TXT: a transcript to read."""

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line, speaker_names
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript


def render(transcript: Transcript) -> str:
    """A line on the recording, then a paragraph per spoken turn: '[00:12] Anna: text'. An incomplete transcript is said
    to be one in the first line, and after the last paragraph.

    Turns are those of the transcript, never joined: a turn's time is where its paragraph is heard.
    """
    names = speaker_names(transcript.speakers)
    header = f"{file_name(transcript.audio)} ({clock(transcript.audio.duration_ms)})"
    note = incompleteness(transcript)
    paragraphs = [
        f"[{clock(turn.start_ms)}] {names[turn.speaker]}: {text}"
        for turn in transcript.spoken_turns()
        if (text := one_line(turn.text))
    ]
    if note is not None:
        header, paragraphs = f"{header}, {note}", [*paragraphs, f"[{note}]"]
    return "\n\n".join([header, *paragraphs]) + "\n"
