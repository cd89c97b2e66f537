"""TXT: a transcript to read."""

from desktop_app.core.export.one_line import one_line, speaker_names
from desktop_app.core.export.recording_line import closing_notes, recording_line
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript


def render(transcript: Transcript) -> str:
    """A line on the recording and what of it was heard, a paragraph per spoken turn: '[00:12] Anna: text', and one for
    everything that a reader must know of the whole. An incomplete transcript is said to be one in the first line, and
    after the last turn.

    Turns are those of the transcript, never joined: a turn's time is where its paragraph is heard.
    """
    names = speaker_names(transcript.speakers)
    paragraphs = [
        paragraph(turn.start_ms, names[turn.speaker], text)
        for turn in transcript.spoken_turns()
        if (text := one_line(turn.text))
    ]
    return "\n\n".join([recording_line(transcript), *paragraphs, *closing_notes(transcript)]) + "\n"


def paragraph(start_ms: int, name: str, text: str) -> str:
    """'[00:12] Anna: text'."""
    return f"[{clock(start_ms)}] {name}: {text}"
