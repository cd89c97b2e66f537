"""Captions that fall behind for good, and such as catch up."""

import pytest

from desktop_app.core.live.lag_watch import FOR_S, TOO_FAR_MS, LagWatch


def told(*behind_s: float) -> list[bool]:
    """What is said of captions that are so far behind, second by second."""
    now_s = 0.0
    watch = LagWatch(lambda: now_s)
    found = []
    for each in behind_s:
        found.append(watch.is_hopeless(int(each * 1000)))
        now_s += 1
    return found


def test_captions_that_fall_ever_further_behind_are_hopeless_after_a_while() -> None:
    found = told(*(second * 0.5 for second in range(60)))
    began = TOO_FAR_MS // 500
    assert found.index(True) == began + int(FOR_S)


@pytest.mark.parametrize(
    "behind_s",
    [
        [0.5] * 60,
        [TOO_FAR_MS / 1000 - 0.1] * 60,
        [30 - second * 0.4 for second in range(60)],  # after a start that took long
        [*([20.0] * 14), 1.0, *([20.0] * 14)],
    ],
)
def test_captions_that_are_near_or_catch_up_are_not(behind_s: list[float]) -> None:
    assert not any(told(*behind_s))


def test_captions_that_stay_far_behind_are() -> None:
    assert told(*([20.0] * 30)).index(True) == int(FOR_S)
