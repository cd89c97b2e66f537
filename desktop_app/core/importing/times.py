"""Times as other programs write them, in ms."""

import math
import re

from desktop_app.core.importing.errors import MalformedFile
from desktop_app.core.transcript.values import Span
from desktop_app.translation import tr

MOST_MS = 500 * 3_600_000
"""No recording is that long: what says so is no time."""
CLOCK = r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,9})?"
"""A pattern for '1:02:03.4', '02:03' and '00:02:03,400'."""
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,:-](\d{1,9}))?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def clock_ms(text: str, line: int | None = None) -> int:
    """Of '1:02:03.4', '02:03', '00:02:03,400' or '00:02:03-4'; MalformedFile where it is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise _no_time(text, line)
    hours, minutes, seconds, part = found.groups(default="0")
    if int(seconds) > 59 or (found[1] and int(minutes) > 59):
        raise _no_time(text, line)
    whole_s = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return _checked(whole_s * 1000 + int(part[:3].ljust(3, "0")), text, line)


def seconds_ms(text: str, line: int | None = None) -> int:
    """Of '12', '12.5' or '12,5', in seconds; MalformedFile where it is no time."""
    number = text.strip().replace(",", ".")
    if _NUMBER.fullmatch(number) is None:
        raise _no_time(text, line)
    return rounded_ms(float(number), text, line)


def rounded_ms(seconds: float, told: str = "", line: int | None = None) -> int:
    """Of a number of seconds; what lies a little before zero is zero. MalformedFile where it is no time."""
    if not math.isfinite(seconds) or abs(seconds) * 1000 > MOST_MS:
        raise _no_time(told or str(seconds), line)
    return _checked(round(seconds * 1000), told or str(seconds), line)


def time_ms(text: str, line: int | None = None) -> int:
    """Of either kind."""
    return clock_ms(text, line) if ":" in text else seconds_ms(text, line)


def span_of(start_ms: int, end_ms: int) -> Span:
    """From the start to the end, or to the start where the end lies before it."""
    return Span(start_ms, max(start_ms, end_ms))


def _checked(time_ms: int, told: str, line: int | None) -> int:
    if time_ms > MOST_MS:
        raise _no_time(told, line)
    return max(0, time_ms)


def _no_time(text: str, line: int | None) -> MalformedFile:
    return MalformedFile(tr("“{text}” is no time", text=text.strip()[:60]), line)
