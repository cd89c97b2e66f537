"""Where things stand on the page."""

import pytest

from desktop_app.ui.look.text_look import TextLook, Width
from desktop_app.ui.transcript.columns import columns_for

LOOKS = [
    TextLook(size_px, width, times=times, names_above=above)
    for size_px in (12, 15, 24, 40)
    for width in Width
    for times in (True, False)
    for above in (True, False)
]


@pytest.mark.parametrize("width", [240, 300, 340, 600, 639, 640, 800, 1100, 2560])
@pytest.mark.parametrize("look", LOOKS)
def test_columns_stay_on_the_page(width: int, look: TextLook) -> None:
    columns = columns_for(width, look=look)
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


def test_without_times_the_text_has_their_room() -> None:
    plain, timeless = columns_for(700), columns_for(700, look=TextLook(times=False))
    assert timeless.text_width == plain.text_width + 80
    assert timeless.time_px == 0


def test_names_stand_above_on_any_page_where_that_is_wanted() -> None:
    columns = columns_for(1600, look=TextLook(names_above=True))
    assert columns.lead > 0
    assert columns.text_left == columns.page_left
    assert columns.text_width == 720


def test_lines_are_as_long_as_they_are_wanted() -> None:
    widths = [columns_for(2560, look=TextLook(width=width)).text_width for width in Width]
    assert widths == [540, 720, 1080]


def test_large_letters_send_the_names_above_the_text_earlier() -> None:
    assert columns_for(800).lead == 0
    assert columns_for(800, look=TextLook(32)).lead > 0
