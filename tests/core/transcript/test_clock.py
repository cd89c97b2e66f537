"""Times as people read them."""

import pytest

from desktop_app.core.transcript.clock import clock, duration_in_words, time_of


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


@pytest.mark.parametrize(
    ("text", "time_ms"),
    [("0", 0), ("90", 90_000), ("1:30", 90_000), ("1:02:03", 3_723_000), ("0:01.5", 1500), (" 12:30,25 ", 750_250)],
)
def test_a_time_is_read_as_it_is_written(text: str, time_ms: int) -> None:
    assert time_of(text) == time_ms


@pytest.mark.parametrize("text", ["", "soon", "-1", "1:2:3:4", "1:", "0.1234", "1e3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        time_of(text)
