"""Times as people read them."""

import re

from desktop_app.translation import tr

_TIME = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,6})(?:[.,](\d{1,3}))?", re.ASCII)


def clock(time_ms: int) -> str:
    """'00:12' or '1:02:03': minutes and seconds, with hours only where there are any; seconds are cut, not rounded."""
    seconds = time_ms // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def clock_mark(time_ms: int) -> str:
    """'01:02:03': hours always, seconds cut."""
    seconds = time_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def time_of(text: str) -> int:
    """The milliseconds of '1:02:03', '12:30', '90' or '90.5'; ValueError where the text is no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"no time: {text!r}")
    hours, minutes, seconds, part = found.groups(default="0")
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(part.ljust(3, "0"))


def duration_in_words(seconds: float) -> str:
    """'5 s', '2 min', '1 h 5 min': a length of time for a progress line."""
    whole = max(1, round(seconds))
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
