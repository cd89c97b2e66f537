from itertools import pairwise

import pytest

from desktop_app.ui.player.ruler import step_ms, ticks
from desktop_app.ui.player.viewport import Viewport


def labels(view: Viewport) -> list[str]:
    return [tick.label for tick in ticks(view)]


def test_a_whole_recording_is_marked_in_round_minutes() -> None:
    view = Viewport.of_all(2_530_000, 1248)
    assert labels(view)[:3] == ["00:00", "05:00", "10:00"]
    assert list(ticks(view))[1].x == view.x_of(300_000)


def test_ten_hours_are_marked_in_hours() -> None:
    assert labels(Viewport.of_all(36_000_000, 1200))[:3] == ["00:00", "1:00:00", "2:00:00"]


def test_at_the_closest_tenths_of_a_second_are_told() -> None:
    assert labels(Viewport.of_all(60_000, 1200).zoomed(1e9, 0)) == [
        f"00:{second:02}.{tenth}"
        for second, tenth in [(0, t) for t in range(0, 10, 2)] + [(1, t) for t in range(0, 10, 2)] + [(2, 0)]
    ]


@pytest.mark.parametrize("zoom", [1, 3, 10, 77, 1000, 20_000])
def test_labels_never_touch_and_are_never_far_apart(zoom: float) -> None:
    view = Viewport.of_all(36_000_000, 1200).zoomed(zoom, 700)
    gaps = [right.x - left.x for left, right in pairwise(ticks(view))]
    assert gaps
    assert min(gaps) >= 80
    assert max(gaps) <= 300


def test_only_what_is_in_view_is_marked() -> None:
    view = Viewport.of_all(3_600_000, 1000).zoomed(10, 640)
    assert all(0 <= tick.x <= view.width for tick in ticks(view))


def test_beyond_all_steps_the_longest_is_taken() -> None:
    assert step_ms(1e9) == 36_000_000
