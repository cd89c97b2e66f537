"""The order of the library, and its headings."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.ui.state.library_order import Order, day_name, rows_of
from desktop_app.ui.state.recording import Recording

TODAY = date(2026, 11, 29)  # a Sunday


def recording(name: str, days_ago: int, seconds: int = 60) -> Recording:
    made = Recording(Path(f"{name}.wav"), JobOptions())
    made.made_at = datetime(2026, 11, 29, 12, 0).astimezone() - timedelta(days=days_ago)
    made.duration_ms = 1000 * seconds
    return made


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 29), "Today"),
        (date(2026, 11, 28), "Yesterday"),
        (date(2026, 11, 23), "Monday"),
        (date(2026, 11, 22), "22 November"),
        (date(2025, 11, 29), "29 November 2025"),
        (date(2026, 12, 1), "1 December"),
    ],
)
def test_a_day_is_called_as_people_call_it(day: date, name: str) -> None:
    assert day_name(day, TODAY) == name


def test_days_and_months_are_called_as_in_the_windows_language() -> None:
    usual = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        assert day_name(date(2026, 11, 23), TODAY) == "Montag"
        assert "März" in day_name(date(2025, 3, 29), TODAY)
    finally:
        QLocale.setDefault(usual)


def shown(recordings: list[Recording], order: Order) -> list[str]:
    return [row if isinstance(row, str) else row.name for row in rows_of(recordings, order, TODAY)]


def test_every_order_has_its_rows(qtbot: QtBot) -> None:
    recordings = [recording("Zoo", 0), recording("ähre", 0, 90), recording("Bell", 1, 30), recording("apple", 8)]
    assert shown(recordings, Order.NEWEST) == ["Today", "Zoo", "ähre", "Yesterday", "Bell", "21 November", "apple"]
    assert shown(recordings, Order.OLDEST) == ["21 November", "apple", "Yesterday", "Bell", "Today", "ähre", "Zoo"]
    assert shown(recordings, Order.NAME) == ["apple", "Bell", "Zoo", "ähre"]
    assert shown(recordings, Order.LONGEST) == ["ähre", "Zoo", "apple", "Bell"]
