"""Names in colour can be read."""

import pytest

from desktop_app.core.export.speaker_inks import (
    COUNT,
    DARK_GROUND,
    MUTED_ON_DARK,
    MUTED_ON_WHITE,
    ink_on_dark,
    ink_on_white,
)
from desktop_app.ui.look.theme import contrast


@pytest.mark.parametrize("colour", range(COUNT))
def test_every_ink_is_readable_on_its_ground(colour: int) -> None:
    assert contrast(ink_on_white(colour), "#ffffff") >= 4.5
    assert contrast(ink_on_dark(colour), DARK_GROUND) >= 4.5


def test_what_is_muted_is_readable_too() -> None:
    assert contrast(MUTED_ON_WHITE, "#ffffff") >= 4.5
    assert contrast(MUTED_ON_DARK, DARK_GROUND) >= 4.5


def test_each_speaker_has_another_ink_and_beyond_them_they_begin_again() -> None:
    assert len({ink_on_white(each) for each in range(COUNT)}) == COUNT
    assert len({ink_on_dark(each) for each in range(COUNT)}) == COUNT
    assert ink_on_white(COUNT) == ink_on_white(0)
