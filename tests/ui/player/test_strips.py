import pytest

from desktop_app.ui.player.strips import LANE_PX, RULER_PX, Contents, least_height, strips_for, wanted_height


def contents(lanes: int = 3, *, sound: bool = True, names_px: int = 80) -> Contents:
    return Contents(sound, lanes, names_px)


@pytest.mark.parametrize("lanes", [1, 3, 6])
def test_in_the_height_that_is_wanted_every_lane_is_seen(lanes: int) -> None:
    strips = strips_for(1280, wanted_height(contents(lanes)), contents(lanes))
    assert strips.lanes_height == strips.content_height == lanes * LANE_PX
    assert strips.wave_height == 64


def test_of_twenty_lanes_whole_ones_are_seen_and_the_waveform_keeps_its_height() -> None:
    strips = strips_for(1280, wanted_height(contents(20)), contents(20))
    assert (strips.lanes_height, strips.wave_height) == (6 * LANE_PX, 64)
    assert strips.content_height == 20 * LANE_PX


def test_in_the_least_height_two_lanes_and_a_low_waveform_are_seen() -> None:
    strips = strips_for(1280, least_height(contents(20)), contents(20))
    assert strips.lanes_height == 2 * LANE_PX
    assert 30 <= strips.wave_height < 64


@pytest.mark.parametrize("lanes", [0, 1, 20])
@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("height", [0, 40, 90, 200, 900])
def test_strips_lie_below_each_other_within_the_height(lanes: int, sound: bool, height: int) -> None:
    strips = strips_for(600, height, contents(lanes, sound=sound))
    assert strips.wave_height >= 0
    assert strips.lanes_height >= 0
    assert strips.lanes_top >= strips.wave_top + strips.wave_height
    if height >= 90:
        assert RULER_PX <= strips.bottom <= height


def test_without_sound_lanes_stand_right_below_the_ruler() -> None:
    strips = strips_for(1280, 200, contents(sound=False))
    assert (strips.wave_height, strips.lanes_top) == (0, RULER_PX)


def test_without_lanes_the_waveform_has_the_whole_width() -> None:
    strips = strips_for(1280, 100, contents(0))
    assert (strips.left, strips.width, strips.names_px) == (16, 1280 - 32, 0)


def test_in_a_narrow_window_initials_must_do() -> None:
    narrow, wide = (strips_for(width, 200, contents()) for width in (720, 1280))
    assert (narrow.names_px, wide.names_px) == (0, 80)
    assert narrow.left < wide.left


def test_a_very_long_name_does_not_take_the_waveforms_room() -> None:
    assert strips_for(1280, 200, contents(names_px=900)).names_px <= 120
