"""RTTM: who speaks when, and words where there are some (NIST Rich Transcription Time Marked)."""

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.nist_lines import OneRecording, fields_of, name_in, require_fields
from desktop_app.core.importing.times import seconds_ms
from desktop_app.core.importing.values import ReadStretch, ReadTranscript, ReadWord
from desktop_app.translation import tr

_OTHERS = frozenset(
    [
        "SEGMENT",
        "NOSCORE",
        "NO_RT_METADATA",
        "NON-LEX",
        "NON-SPEECH",
        "FILLER",
        "EDIT",
        "SU",
        "IP",
        "CB",
        "A/P",
        "SPKR-INFO",
    ]
)
_FIELDS = 8
_LONGEST_CONFIDENCE = 9


def read(text: str) -> ReadTranscript:
    """A stretch for every SPEAKER line, without words unless there are LEXEME lines; lines of other types are passed
    over. MalformedFile, with the line, where a line is no RTTM, or of another recording."""
    spans: list[ReadStretch] = []
    words: list[ReadStretch] = []
    recording = OneRecording()
    for number, fields in fields_of(text):
        if fields[0] in _OTHERS:
            continue
        if fields[0] not in {"SPEAKER", "LEXEME"}:
            raise MalformedFile(tr("“{text}” begins no line of RTTM", text=fields[0][:60]), number)
        require_fields(fields, _FIELDS, number)
        recording.require(fields[1], number)
        start_ms, end_ms = _span(fields, number)
        speaker = None if fields[7] == "<NA>" else name_in(fields[7])
        if fields[0] == "SPEAKER":
            spans.append(ReadStretch(speaker, start_ms, end_ms))
        else:
            word = ReadWord(fields[5], start_ms, end_ms, _confidence(fields))
            words.append(ReadStretch(speaker, start_ms, end_ms, words=(word,)))
    return ReadTranscript(tuple(words or spans), media=recording.name or "")


def _span(fields: list[str], number: int) -> tuple[int, int]:
    begin, length = (0 if field == "<NA>" else seconds_ms(field, number) for field in fields[3:5])
    return begin, begin + length


def _confidence(fields: list[str]) -> float | None:
    told = fields[8] if len(fields) > 8 else ""
    digits = told.replace(".", "", 1)
    value = float(told) if digits.isdecimal() and len(told) <= _LONGEST_CONFIDENCE else -1.0
    return value if 0 <= value <= 1 else None
