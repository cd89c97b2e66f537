import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.ui.player.wheel import Turn, turn

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize("modifiers", [NONE, CONTROL])
def test_the_wheel_zooms_closer_away_from_the_hand(modifiers: Qt.KeyboardModifier) -> None:
    found = turn(QPoint(), QPoint(0, 120), modifiers)
    assert (found.kind, found.factor) == (Turn.Kind.ZOOM, 1.25)
    assert turn(QPoint(), QPoint(0, -120), modifiers).factor == pytest.approx(1 / 1.25)


def test_with_shift_the_wheel_scrolls_later_towards_the_hand() -> None:
    assert turn(QPoint(), QPoint(0, -120), SHIFT) == Turn(Turn.Kind.SCROLL, 80)


@pytest.mark.parametrize("modifiers", [NONE, CONTROL, SHIFT])
def test_sideways_it_always_scrolls(modifiers: Qt.KeyboardModifier) -> None:
    assert turn(QPoint(), QPoint(-120, 0), modifiers) == Turn(Turn.Kind.SCROLL, 80)


def test_two_fingers_scroll_as_far_as_they_go() -> None:
    assert turn(QPoint(-13, 2), QPoint(-26, 4), NONE) == Turn(Turn.Kind.SCROLL, 13)


def test_many_small_turns_zoom_as_far_as_a_large_one() -> None:
    small = turn(QPoint(0, 8), QPoint(), NONE).factor
    assert small**10 == pytest.approx(turn(QPoint(), QPoint(0, 120), NONE).factor)
