"""What recordings of an archive are called, and sentences without that."""

import re
from pathlib import PurePosixPath

from desktop_app.core.transcript.clock import clock
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.manifest import WITHOUT_END_MS
from desktop_app.translation import tr

LEFT_OUT = "…"


def shown_name(outcome: Outcome) -> str:
    """What a recording is called for people: its name in the list, and which stretch of it is meant."""
    if outcome.stretch_ms is None:
        return outcome.name
    start, end = map(clock, outcome.stretch_ms)
    if outcome.stretch_ms[1] >= WITHOUT_END_MS:
        return tr("{name} (from {start})", name=outcome.name, start=start)
    return f"{outcome.name} ({start}–{end})"


def without_names(sentence: str, outcome: Outcome) -> str:
    """A sentence such as '/tapes/a.wav: it is empty' without the path that it begins with, or speaks of, and without
    the names of results."""
    name = outcome.name
    if outcome.sha256:  # which a part of is in what results are called
        stem = re.escape(PurePosixPath(name).stem)
        sentence = re.sub(rf"\S*{stem}\.{outcome.sha256[:10]}\S*", LEFT_OUT, sentence)
    begun = re.match(rf"(.*?{re.escape(name)}): ", sentence, re.DOTALL)
    text = sentence if begun is None else sentence[begun.end() :]
    for each in (begun and begun[1], name, name.rpartition("/")[2]):
        text = text.replace(each, LEFT_OUT) if each else text
    return text.strip()
