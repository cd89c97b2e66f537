"""What follows from how somebody wants the text to look."""

import pytest
from PySide6.QtGui import QFontMetrics

from desktop_app.ui.look.text_look import SIZES_PX, TextLook, Width
from desktop_app.ui.look.theme import font


def test_at_first_the_text_looks_as_it_was_designed() -> None:
    look = TextLook()
    assert (look.size_px, look.line_px, look.most_px) == (15, 24, 720)
    assert (look.text_px(100), look.beside_px(100)) == (100, 100)


@pytest.mark.parametrize("size_px", SIZES_PX)
def test_a_line_has_room_for_its_letters_at_every_size(size_px: int, qapp: object) -> None:
    assert TextLook(size_px).line_px > QFontMetrics(font(size_px)).height()


def test_a_line_has_as_many_letters_at_every_size() -> None:
    for width in Width:
        shares = {round(TextLook(size_px, width).most_px / size_px) for size_px in SIZES_PX}
        assert len(shares) == 1
    assert TextLook(width=Width.NARROW).most_px < 720 < TextLook(width=Width.WIDE).most_px


def test_what_stands_beside_grows_less_than_the_text() -> None:
    assert 100 < TextLook(40).beside_px(100) < TextLook(40).text_px(100)
    assert TextLook(12).text_px(100) < TextLook(12).beside_px(100) < 100


def test_sizes_end_where_they_end() -> None:
    assert TextLook(40).stepped(1) == 40
    assert TextLook(12).stepped(-1) == 12
    assert TextLook(15).stepped(1) == 16
    assert TextLook(15).stepped(-1) == 14
