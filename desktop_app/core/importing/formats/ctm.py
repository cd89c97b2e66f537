"""CTM: words with times (NIST): 'recording channel begin length word [confidence]'.

It has no field for speakers, so a channel is one where there are several; comments may name them: ';; A Anna Berg'.
"""

import re

from desktop_app.core.importing.nist_lines import OneRecording, fields_of, name_in, require_fields
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.translation import tr

_FIELDS = 5
_ALTERNATIVES = "<ALT"
_NAMED = re.compile(r"^;;[ \t]+(?P<channel>\S+)[ \t]+(?P<name>\S[^\n]*)$", re.MULTILINE)


def read(text: str) -> ReadTranscript:
    """A stretch for every word. Of alternatives, the first is taken. MalformedFile, with the line, where a line is no
    CTM, or of another recording."""
    recording, channels = OneRecording(), dict[str, None]()
    found: list[tuple[str, ReadWord]] = []
    is_other = False
    for number, fields in fields_of(text):
        require_fields(fields, _FIELDS, number)
        recording.require(fields[0], number)
        if fields[4].startswith(_ALTERNATIVES):
            is_other = fields[4] == "<ALT>"
            continue
        if not is_other:
            start_ms = seconds_ms(fields[2], number)
            word = ReadWord(fields[4], start_ms, start_ms + seconds_ms(fields[3], number), _confidence(fields))
            channels.setdefault(fields[1], None)
            found.append((fields[1], word))
    told = {each["channel"]: " ".join(each["name"].split()) for each in _NAMED.finditer(text)}
    is_one = len(channels) == 1
    names = {each: told.get(each) or (None if is_one else _name(each)) for each in channels}
    return ReadTranscript(
        tuple(ReadStretch(names[channel], word.start_ms, word.end_ms, words=(word,)) for channel, word in found),
        media=recording.name or "",
    )


def _name(channel: str) -> str:
    return tr("Channel {channel}", channel=channel) if len(channel) <= 2 else name_in(channel)


def _confidence(fields: list[str]) -> float | None:
    if len(fields) <= _FIELDS:
        return None
    try:
        value = float(fields[5])
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
