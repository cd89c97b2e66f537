"""TXT: a transcript to read."""

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line
from desktop_app.core.export.paragraphs import Paragraph, paragraphs
from desktop_app.core.export.reading_layout import ReadingLayout
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import Transcript

_USUAL = ReadingLayout()


def render(transcript: Transcript, options: ReadingLayout = _USUAL) -> str:
    """A line on the recording and what of it was heard, a paragraph per spoken turn: '[00:12] Anna: text', and one for
    everything that a reader must know of the whole. An incomplete transcript is said to be one in the first line, and
    after the last turn.

    As usual, turns are those of the transcript, not joined: a turn's time is where its paragraph is heard.
    """
    note = incompleteness(transcript)
    header = [_header(transcript, note)] if options.header else []
    remarks = [note, *transcript.warnings] if note is not None else transcript.warnings
    said = map(_paragraph, paragraphs(transcript, options))
    return "\n\n".join([*header, *said, *(f"[{one_line(remark)}]" for remark in remarks)]) + "\n"


def paragraph(start_ms: int | None, name: str, text: str) -> str:
    """'[00:12] Anna: text', or 'Anna: text' if there is no time."""
    return f"{name}: {text}" if start_ms is None else f"[{clock(start_ms)}] {name}: {text}"


def _header(transcript: Transcript, note: str | None) -> str:
    facts = [clock(transcript.audio.duration_ms), heard_in_words(transcript.audio)]
    line = f"{file_name(transcript.audio)} ({', '.join(filter(None, facts))})"
    return line if note is None else f"{line}, {note}"


def _paragraph(said: Paragraph) -> str:
    first, *others = said.passages
    later = (f" [{clock(each.time_ms or 0)}] {each.text}" for each in others)
    return paragraph(first.time_ms, said.name, first.text) + "".join(later)
