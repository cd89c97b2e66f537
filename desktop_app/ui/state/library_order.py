"""In which order the library is listed, and under which headings."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum, auto
from itertools import groupby

from PySide6.QtCore import QDate, QLocale

from desktop_app.core.store.file_names import folded
from desktop_app.translation import tr
from desktop_app.ui.state.recording import Recording

Row = Recording | str
"""A recording, or the heading of those that follow."""


class Order(Enum):
    """What comes first."""

    NEWEST = auto()
    OLDEST = auto()
    NAME = auto()
    LONGEST = auto()

    @property
    def label(self) -> str:
        """What the menu calls it."""
        return _LABELS[self]


_LABELS = {
    Order.NEWEST: tr("Newest first"),
    Order.OLDEST: tr("Oldest first"),
    Order.NAME: tr("By name"),
    Order.LONGEST: tr("Longest first"),
}


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
        return tr("Yesterday") if days else tr("Today")
    if timedelta(0) < today - day < timedelta(days=7):
        return _formed(day, "dddd")
    return _formed(day, tr("d MMMM", "the form of a date")) if day.year == today.year else date_in_words(day)


def date_in_words(day: date) -> str:
    """'27 November 2025'."""
    return _formed(day, tr("d MMMM yyyy", "the form of a date"))


def _formed(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _by_day(recordings: Iterable[Recording], today: date) -> list[Row]:
    rows: list[Row] = []
    for day, group in groupby(recordings, key=_day):
        rows += [day_name(day, today), *group]
    return rows


def _reversed(recordings: Sequence[Recording]) -> list[Recording]:
    return list(reversed(recordings))


def _day(recording: Recording) -> date:
    return recording.made_at.astimezone().date()
