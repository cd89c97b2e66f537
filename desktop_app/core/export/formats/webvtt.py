"""VTT: subtitles for the web, with the speakers as voices (https://www.w3.org/TR/webvtt1/)."""

from html import escape

from desktop_app.core.export.cues import Cue, cues, timestamp
from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.transcript.values import Transcript


def render(transcript: Transcript) -> str:
    """Cues by start, each in its speaker's voice tag, '<v Name>text</v>', so that style sheets and readers find it.

    An incomplete transcript begins with a note that says so.
    """
    note = incompleteness(transcript)
    head = ["WEBVTT"] if note is None else ["WEBVTT", f"NOTE {note}"]
    return "\n\n".join([*head, *map(_block, cues(transcript, named=False))]) + "\n"


def _block(cue: Cue) -> str:
    name, text = _voice(cue.name), escape("\n".join(cue.lines), quote=False)
    return f"{timestamp(cue.start_ms, '.')} --> {timestamp(cue.end_ms, '.')}\n<v {name}>{text}</v>"


def _voice(name: str) -> str:
    """The name as it can stand in a voice tag: one that ends with two hyphens would make an arrow of the tag's end, and
    with it a cue's times of the text; the last of them is written as the hyphen that no line is broken at."""
    name = f"{name[:-1]}\N{NON-BREAKING HYPHEN}" if name.endswith("--") else name
    return escape(name, quote=False)
