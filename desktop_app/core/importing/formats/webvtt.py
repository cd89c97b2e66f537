"""VTT: subtitles for the web, with speakers as voices: '<v Anna>text</v>' (https://www.w3.org/TR/webvtt1/)."""

import re
from collections.abc import Iterator
from html import unescape

from desktop_app.core.importing.cues import Cue, plain_markup, stretches_of
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import clock_ms
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_TIMES = re.compile(r"\s*(\d[\d:.,]*)\s+-->\s+(\d[\d:.,]*)(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>", re.IGNORECASE)
_BLOCKS = ("NOTE", "STYLE", "REGION")
_NON_BREAKING_END = re.compile("-\N{NON-BREAKING HYPHEN}$")


def read(text: str) -> ReadTranscript:
    """The cues; notes, styles and regions are passed over. The first line, WEBVTT, may be missing: some programs write
    none. MalformedFile, with the line, where a time is none, or no cue is there though the first line is missing."""
    cues: list[Cue] = []
    is_vtt = text.startswith("WEBVTT")
    for number, lines in _blocks(text):
        cues += _cues_of(number, lines)
    if not cues and not is_vtt:
        raise MalformedFile(tr("it does not begin with WEBVTT, and has no cues"), 1)
    return ReadTranscript(stretches_of(cues))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between blank lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield text.count("\n") + 2 - len(block), block


def _cues_of(number: int, lines: list[str]) -> Iterator[Cue]:
    """The cues in a block: one for each voice; more than that where blank lines are missing between cues."""
    if lines[0].split(None, 1)[0] in _BLOCKS or (number == 1 and lines[0].startswith("WEBVTT") and len(lines) == 1):
        return
    if not (at := [place for place, line in enumerate(lines) if "-->" in line]):
        return
    for place, end in zip(at, [*at[1:], len(lines)], strict=True):
        found = _TIMES.fullmatch(lines[place])
        if found is None:
            raise MalformedFile(tr("“{text}” are no times of a cue", text=lines[place].strip()[:60]), number + place)
        start_ms, end_ms = (clock_ms(each, number + place) for each in found.groups())
        yield from _voices(start_ms, end_ms, "\n".join(lines[place + 1 : end]))


def _voices(start_ms: int, end_ms: int, text: str) -> Iterator[Cue]:
    """The cue as one for each of its voices, which share its time by their letters."""
    before, *voices = _VOICE.split(text)
    parts = [
        (None, _lines(before)),
        *((name, _lines(said)) for name, said in zip(voices[::2], voices[1::2], strict=True)),
    ]
    parts = [(name, lines) for name, lines in parts if lines]
    whole, done, begins_ms = sum(_letters(lines) for _, lines in parts), 0, start_ms
    for name, lines in parts:
        done += _letters(lines)
        ends_ms = end_ms if done == whole else start_ms + (end_ms - start_ms) * done // whole
        yield Cue(begins_ms, ends_ms, lines, _name(name) if name else None)
        begins_ms = ends_ms


def _letters(lines: tuple[str, ...]) -> int:
    return sum(map(len, lines))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (plain_markup(line).strip() for line in text.split("\n"))))


def _name(written: str) -> str:
    return _NON_BREAKING_END.sub("--", " ".join(unescape(written).split()))
