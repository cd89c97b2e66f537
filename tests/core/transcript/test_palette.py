"""Every speaker has a colour, on bright grounds and on dark ones."""

import re

import pytest

from desktop_app.core.transcript.palette import ON_DARK, ON_LIGHT, colour_in

palettes = pytest.mark.parametrize("palette", [ON_LIGHT, ON_DARK], ids=["on light", "on dark"])


@palettes
def test_no_two_speakers_within_the_palette_share_a_colour(palette: tuple[str, ...]) -> None:
    colours = [colour_in(palette, at) for at in range(12)]
    assert len(set(colours)) == 12
    assert all(re.fullmatch("#[0-9a-f]{6}", each) for each in colours)


@palettes
def test_beyond_the_palette_it_starts_again(palette: tuple[str, ...]) -> None:
    assert colour_in(palette, 12) == colour_in(palette, 0)
    assert colour_in(palette, 10**6 + 1) == palette[(10**6 + 1) % 12]
