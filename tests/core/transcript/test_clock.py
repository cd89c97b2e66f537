"""Times as people read them."""

import pytest

from desktop_app.core.transcript.clock import clock, duration_in_words


@pytest.mark.parametrize(
    ("time_ms", "read"),
    [
        (0, "00:00"),
        (999, "00:00"),
        (1000, "00:01"),
        (12_345, "00:12"),
        (59_999, "00:59"),
        (60_000, "01:00"),
        (3_599_999, "59:59"),
        (3_600_000, "1:00:00"),
        (3_723_004, "1:02:03"),
        (36_000_000, "10:00:00"),
        (360_000_000, "100:00:00"),
    ],
)
def test_clock_shows_hours_only_where_there_are_any(time_ms: int, read: str) -> None:
    assert clock(time_ms) == read


@pytest.mark.parametrize(
    ("seconds", "read"),
    [
        (0, "1 s"),
        (0.2, "1 s"),
        (5.4, "5 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (100, "2 min"),
        (3540, "59 min"),
        (3900, "1 h 5 min"),
        (36_000, "10 h 0 min"),
    ],
)
def test_a_duration_is_said_in_its_largest_units(seconds: float, read: str) -> None:
    assert duration_in_words(seconds) == read
