from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scripted import transcript, turn

from desktop_app.core.transcript.values import Span, Turn
from desktop_app.ui.player.lane_pixels import lane_pixels
from desktop_app.ui.player.lanes import Lane, Lanes

RED = "#ff0000"
HEIGHT = 11


def lane(*spans: tuple[int, int], margin: float | None = None) -> Lane:
    turns = [replace(turn("a", start), end_ms=end, speech=(Span(start, end),), margin=margin) for start, end in spans]
    return Lanes.of(transcript(*turns)).lanes[0]


def alphas(painted: Lane, *, start_ms: float = 0, column_ms: float = 10, columns: int = 200) -> NDArray[np.uint32]:
    edges = start_ms + column_ms * np.arange(columns + 1)
    return lane_pixels(painted, edges, RED, HEIGHT, 1.0) >> 24


def test_a_bar_is_where_the_speaker_is_heard() -> None:
    middle = alphas(lane((300, 600), (900, 1200)))[HEIGHT // 2]
    assert set(np.flatnonzero(middle)) == {*range(30, 60), *range(90, 120)}
    assert set(middle[middle > 0]) == {255}


def test_its_corners_are_round() -> None:
    shown = alphas(lane((300, 600)))
    assert shown[0, 30] == 0
    assert shown[0, 45] == 255
    assert (shown == shown[::-1]).all()
    assert (shown[:, 30:60] == shown[:, 30:60][:, ::-1]).all()


def test_where_the_page_cuts_a_bar_it_has_no_corners() -> None:
    assert alphas(lane((0, 600)), start_ms=100)[0, 0] == 255


def test_a_word_in_ten_hours_is_seen() -> None:
    middle = alphas(lane((18_000_000, 18_000_300)), column_ms=180_000)[HEIGHT // 2]
    assert np.flatnonzero(middle).tolist() == [100]
    assert middle[100] > 100


def test_who_speaks_for_more_of_a_column_is_stronger_in_it() -> None:
    quarter, most = (alphas(lane((0, ms)), column_ms=1000)[HEIGHT // 2, 0] for ms in (250, 900))
    assert quarter < most < 255


def test_what_is_doubtful_is_hatched_and_the_rest_is_not() -> None:
    sure, doubtful = alphas(lane((300, 900), margin=0.3)), alphas(lane((300, 900), margin=0.01))
    assert len(set(sure[HEIGHT // 2, 40:80])) == 1
    assert len(set(doubtful[HEIGHT // 2, 40:80])) > 1


def test_the_stripes_move_with_the_page() -> None:
    long = lane((0, 9000), margin=0.01)
    np.testing.assert_array_equal(alphas(long, start_ms=1000)[:, 7:], alphas(long, start_ms=1070)[:, :-7])


@pytest.mark.parametrize("column_ms", [1, 40, 5000, 90_000])
def test_eight_thousand_turns_are_as_many_pixels_as_one(column_ms: float) -> None:
    many = Lanes.of(transcript(*(Turn("S1", 4500 * n, 4500 * n + 4000, turn("a").words) for n in range(8000)))).lanes[0]
    assert alphas(many, column_ms=column_ms).shape == (HEIGHT, 200)
    assert alphas(many, column_ms=column_ms).any()
