"""MD: a transcript to read as Markdown (CommonMark), for notes and for the web."""

import re

from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line
from desktop_app.core.export.paragraphs import Paragraph, Passage, paragraphs
from desktop_app.core.export.reading_layout import ReadingLayout
from desktop_app.core.transcript.clock import clock
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import Transcript

# What means something to CommonMark or to what is often added to it: tables, strokes, marks, formulas, headings' ids.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#&~|$^=])")

_USUAL = ReadingLayout()


def render(transcript: Transcript, options: ReadingLayout = _USUAL) -> str:
    """The recording as a heading with its length and what of it was heard, a paragraph per spoken turn:
    '**[00:12] Anna:** text', and in italics what a reader must know of the whole, an incomplete transcript also below
    its heading."""
    note = incompleteness(transcript)
    title = _title(transcript, note) if options.title else []
    remarks = [note, *transcript.warnings] if note is not None else transcript.warnings
    said = map(_paragraph, paragraphs(transcript, options))
    return "\n\n".join([*title, *said, *(f"*{_escaped(one_line(remark))}*" for remark in remarks)]) + "\n"


def _title(transcript: Transcript, note: str | None) -> list[str]:
    facts = [clock(transcript.audio.duration_ms), heard_in_words(transcript.audio), note]
    return [f"# {_escaped(file_name(transcript.audio))}", _escaped(", ".join(filter(None, facts)))]


def _paragraph(said: Paragraph) -> str:
    first, *others = said.passages
    later = "".join(f" {_time(each)}{_escaped(each.text)}" for each in others)
    return f"**{_time(first)}{_escaped(said.name)}:** {_escaped(first.text)}{later}"


def _time(passage: Passage) -> str:
    """The time as other programs find it; it needs no escape, for nothing in the file is called like it."""
    return "" if passage.time_ms is None else f"[{clock(passage.time_ms)}] "


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
