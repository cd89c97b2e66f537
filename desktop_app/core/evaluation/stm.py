"""STM as a truth: NIST's segment time marks, which say who speaks which words when."""

from pathlib import Path

from desktop_app.core.evaluation.errors import TruthError
from desktop_app.core.evaluation.lines import numbered_lines, seconds
from desktop_app.core.evaluation.values import SpokenText

_FIELDS = 5
_IGNORED = "IGNORE_TIME_SEGMENT_IN_SCORING"


def read_stm(path: Path) -> tuple[SpokenText, ...]:
    """The words of every line `recording channel speaker start end [<label>] words`, by start; ';;' is a comment.

    TruthError if the file cannot be read, a line is no STM, the lines are of more than one recording, or one of them
    takes its stretch out of the scoring, which is not supported.
    """
    texts = []
    recordings = set()
    for number, line in numbered_lines(path):
        fields = line.split(maxsplit=_FIELDS)
        recordings.add(fields[0])
        if len(recordings) > 1:
            raise TruthError(path, "a second recording in one file: give each its own", line=number)
        texts.append(_text(path, number, fields))
    return tuple(sorted(texts, key=lambda text: text.start_ms))


def _text(path: Path, number: int, fields: list[str]) -> SpokenText:
    if len(fields) < _FIELDS:
        raise TruthError(path, f"a line of STM needs at least {_FIELDS} fields, not {len(fields)}", line=number)
    start_s, end_s = (seconds(path, number, field) for field in fields[3:5])
    if end_s < start_s:
        raise TruthError(path, f"it ends at {end_s} s, before it starts at {start_s} s", line=number)
    words = fields[5] if len(fields) > _FIELDS else ""
    if words.startswith("<"):
        words = words.partition(">")[2]
    if _IGNORED in words.upper():
        raise TruthError(path, f"{_IGNORED} is not supported", line=number)
    return SpokenText(words.strip(), round(start_s * 1000), fields[2])
