"""STM: who says which words when (NIST): 'recording channel speaker begin end [<labels>] words'."""

import re

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.nist_lines import OneRecording, fields_of, name_in, require_fields
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript
from desktop_app.translation import tr

_FIELDS = 5
_LABELS = re.compile(r"<[^<>\s]*>\s*")
_NOBODY = frozenset({"inter_segment_gap", "excluded_region"})
_UNHEARD = "IGNORE_TIME_SEGMENT_IN_SCORING"


def read(text: str) -> ReadTranscript:
    """A stretch for every line with words. MalformedFile, with the line, where a line is no STM, or of another
    recording."""
    recording, found = OneRecording(), []
    for number, fields in fields_of(text, _FIELDS + 1):
        require_fields(fields, _FIELDS, number)
        recording.require(fields[0], number)
        start_ms, end_ms = seconds_ms(fields[3], number), seconds_ms(fields[4], number)
        if end_ms < start_ms:
            raise MalformedFile(tr("it ends before it begins"), number)
        words = _LABELS.sub("", fields[5], count=1).strip() if len(fields) > _FIELDS else ""
        if words and fields[2] not in _NOBODY and _UNHEARD not in words.upper():
            found.append(ReadStretch(name_in(fields[2]), start_ms, end_ms, words, opens_turn=True))
    return ReadTranscript(tuple(found), media=recording.name or "")
