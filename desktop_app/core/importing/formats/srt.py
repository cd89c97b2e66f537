"""SRT: subtitles. It has no field for the speaker, so names stand in the text: see `speaker_marks`."""

import re

from desktop_app.core.importing.cues import Cue, plain, stretches_of
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import clock_ms
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_TIMES = re.compile(r"\s*(\d[\d:.,]*)\s*--?>\s*(\d[\d:.,]*)(?:\s.*)?")
_LIKE_TIMES = re.compile(r"\s*-?\d[^\s]*\s*-->")
_CUT_OFF = re.compile(r"\d\d?:[\d:.,]*\s*(?:-{1,2}>?\s*)?")
_NUMBER = re.compile(r"\s*\d+\s*")
_JOINER_IN_A_TIME = re.compile(r"(?<=\d:)\u2060(?=\d)")


def read(text: str) -> ReadTranscript:
    """The cues, numbered or not, with commas or points in their times. MalformedFile, with the line, where a time is
    none, or no cue is there."""
    cues: list[Cue] = []
    times: tuple[int, int] | None = None
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _TIMES.fullmatch(line) if ">" in line else None) is None:
            if "-->" in line and _LIKE_TIMES.match(line):
                raise MalformedFile(tr("“{text}” are no times of a cue", text=line.strip()[:60]), number)
            lines.append(line)
            continue
        if times is not None:
            cues.append(_cue(times, _without_number(lines)))
        elif any(each.strip() for each in _without_number(lines)):
            raise MalformedFile(tr("it begins with no cue"), 1)
        times, lines = (clock_ms(found[1], number), clock_ms(found[2], number)), []
    if times is None:
        raise MalformedFile(tr("it has no cues"), 1)
    whole = _without_cut_off(lines)
    cues.append(_cue(times, whole))
    notes = () if len(whole) == len(lines) else (tr("The file ends in the middle of a subtitle, which is left out."),)
    return ReadTranscript(stretches_of([cue for cue in cues if cue.lines]), notes=notes)


def _without_number(lines: list[str]) -> list[str]:
    """The lines before a cue's times, but for that cue's number."""
    return lines[:-1] if lines and _NUMBER.fullmatch(lines[-1]) else lines


def _without_cut_off(lines: list[str]) -> list[str]:
    """The last lines of a file, without those of a cue whose times are cut off."""
    if len(lines) < 2 or not _CUT_OFF.fullmatch(lines[-1]) or not _NUMBER.fullmatch(lines[-2]):
        return lines
    return lines[:-2]


def _cue(times: tuple[int, int], lines: list[str]) -> Cue:
    return Cue(*times, tuple(filter(None, map(_shown, lines))))


def _shown(line: str) -> str:
    text = plain(line).strip()
    return text if text.isascii() else _JOINER_IN_A_TIME.sub("", text).strip()
