"""In which order the library is listed, and under which headings."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from desktop_app.core.store.file_names import folded
from desktop_app.ui.state.recording import Recording

Row = Recording | str
"""A recording, or the heading of those that follow."""


class Order(Enum):
    """The value is what a person reads."""

    NEWEST = "Newest first"
    OLDEST = "Oldest first"
    NAME = "By name"
    LONGEST = "Longest first"


def rows_of(recordings: Sequence[Recording], order: Order, today: date) -> list[Row]:
    """The rows of the list; by day where it is sorted by time. recordings: the newest first."""
    match order:
        case Order.NEWEST:
            return _by_day(sorted(recordings, key=_day, reverse=True), today)
        case Order.OLDEST:
            return _by_day(sorted(_reversed(recordings), key=_day), today)
        case Order.NAME:
            return [*sorted(recordings, key=lambda each: folded(each.name))]
        case Order.LONGEST:
            return [*sorted(recordings, key=lambda each: each.length_ms, reverse=True)]


def day_name(day: date, today: date) -> str:
    """'Today', 'Yesterday', 'Friday', '27 November', '27 November 2025'."""
    days = (today - day).days
    if days in {0, 1}:
        return "Yesterday" if days else "Today"
    if timedelta(0) < today - day < timedelta(days=7):
        return f"{day:%A}"
    return f"{day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"


def _by_day(recordings: Iterable[Recording], today: date) -> list[Row]:
    rows: list[Row] = []
    for day, group in groupby(recordings, key=_day):
        rows += [day_name(day, today), *group]
    return rows


def _reversed(recordings: Sequence[Recording]) -> list[Recording]:
    return list(reversed(recordings))


def _day(recording: Recording) -> date:
    return recording.made_at.astimezone().date()
