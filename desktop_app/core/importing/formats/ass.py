"""ASS and SSA, SubStation's subtitles: a field for the speaker's name, and commas between fields."""

import re

from desktop_app.core.importing.cues import Cue, plain, stretches_of
from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import clock_ms
from desktop_app.core.importing.values import ReadTranscript
from desktop_app.translation import tr

_USUAL = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_BREAK = re.compile(r"\\[Nn]")
_INVISIBLE = "\u2060"


def read(text: str) -> ReadTranscript:
    """A cue for every line of dialogue. MalformedFile, with the line, where one has too few fields, or a time is none;
    or where there is none."""
    columns: tuple[str, ...] = _USUAL
    is_events, cues = False, []
    for number, line in enumerate(text.split("\n"), 1):
        kind, _, rest = line.partition(":")
        if line.startswith("["):
            is_events = line.strip().lower() == "[events]"
        elif is_events and kind.strip() == "Format":
            columns = tuple(each.strip().lower() for each in rest.split(","))
        elif is_events and kind.strip() == "Dialogue":
            cues.append(_cue(rest, columns, number))
    if not cues and "[Script Info]" not in text:
        raise MalformedFile(tr("it has no cues"), 1)
    return ReadTranscript(stretches_of([cue for cue in cues if cue.lines]))


def _cue(rest: str, columns: tuple[str, ...], number: int) -> Cue:
    cells = dict(zip(columns, rest.split(",", len(columns) - 1), strict=False))
    if not {"start", "end", "text"} <= set(cells):
        raise MalformedFile(tr("a subtitle has too few fields"), number)
    lines = (plain(line).replace(_INVISIBLE, "").replace("\\h", " ").strip() for line in _BREAK.split(cells["text"]))
    speaker = cells.get("name", cells.get("actor", "")).strip() or None
    return Cue(clock_ms(cells["start"], number), clock_ms(cells["end"], number), tuple(filter(None, lines)), speaker)
