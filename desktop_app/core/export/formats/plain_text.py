"""TXT: a transcript to read."""

from desktop_app.core.export.paragraphs import Paragraph, paragraphs
from desktop_app.core.export.reading_layout import ReadingLayout
from desktop_app.core.export.recording_line import closing_notes, recording_line
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.values import Transcript

_USUAL = ReadingLayout()


def render(transcript: Transcript, options: ReadingLayout = _USUAL) -> str:
    """A line on the recording and what of it was heard, a paragraph per spoken turn: '[00:12] Anna: text', and one for
    everything that a reader must know of the whole. An incomplete transcript is said to be one in the first line, and
    after the last turn.

    As usual, turns are those of the transcript, not joined: a turn's time is where its paragraph is heard.
    """
    title = [recording_line(transcript)] if options.title else []
    said = map(_paragraph, paragraphs(transcript, options))
    return "\n\n".join([*title, *said, *closing_notes(transcript)]) + "\n"


def paragraph(start_ms: int | None, name: str, text: str) -> str:
    """'[00:12] Anna: text', or 'Anna: text' if there is no time."""
    return f"{name}: {text}" if start_ms is None else f"[{clock(start_ms)}] {name}: {text}"


def _paragraph(said: Paragraph) -> str:
    first, *others = said.passages
    later = (f" [{clock(each.time_ms or 0)}] {each.text}" for each in others)
    return paragraph(first.time_ms, said.name, first.text) + "".join(later)
