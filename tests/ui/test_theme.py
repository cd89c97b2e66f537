"""The colours can be read."""

import pytest

from desktop_app.ui.stylesheet import stylesheet
from desktop_app.ui.theme import DARK, LIGHT, Theme, contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
ENOUGH = 4.5


def test_contrast_of_black_on_white_is_the_greatest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@THEMES
def test_initials_can_be_read_on_every_pill(theme: Theme) -> None:
    assert [colour.fill for colour in theme.speakers if contrast(colour.fill, colour.ink) < ENOUGH] == []


@THEMES
def test_there_are_twelve_different_speaker_colours(theme: Theme) -> None:
    assert len({colour.fill for colour in theme.speakers}) == 12


def test_every_speaker_colour_has_a_lighter_partner_in_the_dark() -> None:
    for light, dark in zip(LIGHT.speakers, DARK.speakers, strict=True):
        assert contrast(dark.fill, "#000000") > contrast(light.fill, "#000000")


@THEMES
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.ground, theme.panel, theme.selection, theme.hover):
        assert contrast(theme.ink, ground) >= ENOUGH
        assert contrast(theme.muted, ground) >= ENOUGH


@THEMES
def test_coloured_text_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= ENOUGH
    assert contrast(theme.on_accent, theme.accent_hover) >= ENOUGH
    assert contrast(theme.ink, theme.match) >= ENOUGH
    assert contrast(theme.bad, theme.ground) >= ENOUGH
    assert contrast(theme.link, theme.panel) >= ENOUGH


def test_a_thirteenth_speaker_gets_the_first_colour_again() -> None:
    assert LIGHT.speaker(12) == LIGHT.speaker(0)


@THEMES
def test_the_style_sheet_has_every_colour_filled_in(theme: Theme) -> None:
    assert "$" not in stylesheet(theme)
    assert theme.accent in stylesheet(theme)
