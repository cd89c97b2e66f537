"""Where things stand on the page."""

import pytest

from desktop_app.ui.transcript.columns import columns_for


@pytest.mark.parametrize("width", [240, 300, 340, 600, 639, 640, 800, 1100, 2560])
def test_columns_stay_on_the_page(width: int) -> None:
    columns = columns_for(width)
    assert 0 < columns.page_left <= columns.text_left
    assert columns.text_left + columns.text_width <= columns.page_right <= width
    assert columns.name_width > 0


def test_a_roomy_page_has_name_text_and_time_beside_each_other() -> None:
    columns = columns_for(800)
    assert columns.lead == 0
    assert columns.text_left > columns.page_left + columns.name_width


def test_a_narrow_page_has_the_name_above_the_text() -> None:
    columns = columns_for(340)
    assert columns.lead > 0
    assert columns.text_left == columns.page_left


def test_lines_of_a_very_wide_page_stay_short_and_in_the_middle() -> None:
    columns = columns_for(2560)
    assert columns.text_width == 720
    assert columns.page_left == pytest.approx(2560 - columns.page_right, abs=1)


@pytest.mark.parametrize(
    ("width", "wanted", "given"), [(1100, 200, 200), (1100, 900, 260), (700, 200, 142), (1100, 0, 142)]
)
def test_a_long_name_has_its_room_where_the_text_can_spare_it(width: int, wanted: int, given: int) -> None:
    columns = columns_for(width, wanted)
    assert columns.text_left - columns.page_left == given
    assert columns.text_width >= 440 or given == 142
