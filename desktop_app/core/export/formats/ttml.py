"""TTML: an original language transcript in the W3C's Dubbing and Audio Description Profile, DAPT 1.0
(https://www.w3.org/TR/dapt/), which subtitle tools read as TTML2 as well."""

import re
from collections.abc import Iterator
from html import escape

from desktop_app.core.export.cue_limits import CueLimits
from desktop_app.core.export.cues import Cue, cues, timestamp
from desktop_app.core.export.incompleteness import incompleteness
from desktop_app.core.export.one_line import file_name, one_line, speaker_names
from desktop_app.core.export.xml_text import fit_for_xml
from desktop_app.core.transcript.values import Transcript

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml"
    xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:daptm="http://www.w3.org/ns/ttml/profile/dapt#metadata"
    ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/dapt1.0/content"
    xml:lang="{language}"
    daptm:langSrc="{language}"
    daptm:scriptRepresents="audio.dialogue"
    daptm:scriptType="originalTranscript">
"""
_UNDETERMINED = "und"
_LANGUAGE_TAG = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_USUAL = CueLimits()


def render(transcript: Transcript, options: CueLimits = _USUAL) -> str:
    """A character for every speaker, and a script event for every cue, by start, by the character who speaks.

    A language that is not known is 'und'. That a transcript is incomplete is said in its description.
    """
    characters = {name: f"character_{at}" for at, name in enumerate(speaker_names(transcript.speakers).values(), 1)}
    language = transcript.language or ""
    tag = language if _LANGUAGE_TAG.fullmatch(language) else _UNDETERMINED
    events = (_event(at, cue, characters[cue.name]) for at, cue in enumerate(cues(transcript, options), 1))
    lines = [*_metadata(transcript, characters), "  <body>", *events, "  </body>", "</tt>"]
    return _HEAD.format(language=tag) + "\n".join(lines) + "\n"


def _metadata(transcript: Transcript, characters: dict[str, str]) -> Iterator[str]:
    note = incompleteness(transcript)
    yield "  <head>"
    yield "    <metadata>"
    yield f"      <ttm:title>{_text(file_name(transcript.audio))}</ttm:title>"
    for remark in [note, *transcript.warnings] if note is not None else transcript.warnings:
        yield f"      <ttm:desc>{_text(one_line(remark))}</ttm:desc>"
    for name, character in characters.items():
        yield f'      <ttm:agent type="character" xml:id="{character}">'
        yield f'        <ttm:name type="alias">{_text(name) or character}</ttm:name>'
        yield "      </ttm:agent>"
    yield "    </metadata>"
    yield "  </head>"


def _event(number: int, cue: Cue, character: str) -> str:
    begin, end = timestamp(cue.start_ms, "."), timestamp(cue.end_ms, ".")
    words = "<br/>".join(map(_text, cue.lines))
    return (
        f'    <div xml:id="event_{number}" begin="{begin}" end="{end}" ttm:agent="{character}" '
        f'daptm:represents="audio.dialogue">\n      <p>{words}</p>\n    </div>'
    )


def _text(text: str) -> str:
    return escape(fit_for_xml(text), quote=False)
