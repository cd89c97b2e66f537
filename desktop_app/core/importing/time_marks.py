"""Time marks in running text, as transcription programs write them.

'[00:12]', '[0:00:12.5]', '(00:01:02)', '{00:01:02}', '#00:00:20-5#' (f4), '#00:00:20.500#', '[00:12 - 00:15]'; at the
beginning of a line without brackets, too.
"""

import re
from dataclasses import dataclass

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.importing.times import clock_ms

_TIME = r"\d{1,4}(?::\d{1,2}){1,2}(?:[.,]\d{1,9})?"
_DOTTED = r"\d{1,3}\.\d{2}(?:\.\d{2})?"
_UNTIL = rf"(?:\s*(?:-->|-|–|—|/|to|bis)\s*({_TIME}))?"
_MARK = re.compile(
    rf"\[\s*({_TIME}|{_DOTTED}){_UNTIL}\s*\]|\(\s*({_TIME}){_UNTIL}\s*\)|\{{\s*({_TIME}){_UNTIL}\s*\}}"
    rf"|#\s*(\d{{1,3}}(?::\d{{1,2}}){{1,2}}(?:[-.,]\d{{1,3}})?){_UNTIL}\s*#",
    re.ASCII,
)
_BARE = re.compile(rf"({_TIME}){_UNTIL}(?=\s|$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A mark within a line: its times in ms, and where it stands."""

    start_ms: int
    end_ms: int | None
    place: int
    behind: int


def time_marks(line: str, number: int) -> list[TimeMark]:
    """The marks of a line, in order. MalformedFile where one is too late to be a time."""
    bare = _BARE.match(line)
    first = [_mark(bare.group(1), bare.group(2), bare, number)] if bare else []
    if not any(bracket in line for bracket in "[({#"):
        return first
    return first + [_found(each, number) for each in _MARK.finditer(line, bare.end() if bare else 0)]


def is_bare_time(text: str) -> bool:
    """Whether the text is a time alone, without brackets."""
    return (found := _BARE.match(text)) is not None and found.end() == len(text)


def _found(found: re.Match[str], number: int) -> TimeMark:
    start, end = next(pair for pair in zip(found.groups()[::2], found.groups()[1::2], strict=True) if pair[0])
    return _mark(start, end, found, number)


def _mark(start: str, end: str | None, found: re.Match[str], number: int) -> TimeMark:
    until_ms = clock_ms(end, number) if end else None
    return TimeMark(_time_ms(start, number), until_ms, found.start(), found.end())


def _time_ms(written: str, number: int) -> int:
    if ":" not in written:  # minutes, or hours, with full stops
        written = written.replace(".", ":")
    try:
        return clock_ms(written, number)
    except MalformedFile as error:
        raise MalformedFile(error.cause, number) from None
