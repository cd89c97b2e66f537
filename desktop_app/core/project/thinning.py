"""Which of many dated backups stay."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

_DAYS = 7
_WEEKS_DAYS = 61


def kept_backups(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Of these times the ones whose backups stay: all of today, the newest of each day for a week, of each week for two
    months, and in any case the newest of all. Days are those of `now`'s zone."""
    newest: dict[tuple[object, ...], datetime] = {}
    every = sorted(times)
    for time in every:
        age = now.date() - time.astimezone(now.tzinfo).date()
        newest[_place(time.astimezone(now.tzinfo), age)] = time
    dropped = newest.pop(_TOO_OLD, None)
    last = every[-1:] if dropped is not None and not newest else []
    return frozenset([*newest.values(), *last])


_TOO_OLD = ("too old",)


def _place(time: datetime, age: timedelta) -> tuple[object, ...]:
    """What only one backup can have."""
    if age.days <= 0:
        return ("today", time)
    if age.days <= _DAYS:
        return ("day", time.date())
    return ("week", *_week(time.date())) if age.days <= _WEEKS_DAYS else _TOO_OLD


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
