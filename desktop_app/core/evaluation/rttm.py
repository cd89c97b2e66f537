"""RTTM as a truth: NIST's Rich Transcription Time Marked, of which the SPEAKER lines say who speaks when."""

from pathlib import Path

from desktop_app.core.evaluation.errors import TruthError
from desktop_app.core.evaluation.lines import numbered_lines, seconds
from desktop_app.core.evaluation.values import SpokenSpan

_FIELDS = 8
_OTHERS = "SEGMENT NOSCORE NO_RT_METADATA LEXEME NON-LEX NON-SPEECH FILLER EDIT SU IP CB A/P SPKR-INFO"
_OTHER_TYPES = frozenset(_OTHERS.split())


def read_rttm(path: Path) -> tuple[SpokenSpan, ...]:
    """The SPEAKER lines, by start. Lines of other types, of ';;' and of no length are passed over.

    TruthError if the file cannot be read, a line is no RTTM, or the lines are of more than one recording.
    """
    spans: list[SpokenSpan] = []
    recordings = set()
    for number, line in numbered_lines(path):
        fields = line.split()
        if fields[0] in _OTHER_TYPES:
            continue
        if fields[0] != "SPEAKER":
            raise TruthError(path, f"not a line of RTTM: it begins with {fields[0]!r}", line=number)
        if len(fields) < _FIELDS:
            raise TruthError(path, f"a SPEAKER line needs at least {_FIELDS} fields, not {len(fields)}", line=number)
        recordings.add(fields[1])
        if len(recordings) > 1:
            raise TruthError(path, "a second recording in one file: give each its own", line=number)
        start_s, duration_s = (seconds(path, number, field) for field in fields[3:5])
        spans.append(SpokenSpan(fields[7], round(start_s * 1000), round((start_s + duration_s) * 1000)))
    spans = [span for span in spans if span.start_ms < span.end_ms]
    return tuple(sorted(spans, key=lambda span: (span.start_ms, span.end_ms, span.speaker)))
