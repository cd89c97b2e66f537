"""The colours can be read, and what must be seen can be seen."""

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.look.appearance import Appearance, Choice
from desktop_app.ui.look.stylesheet import stylesheet
from desktop_app.ui.look.theme import DARK, LEAST_CONTRAST, LEAST_TEXT_CONTRAST, LIGHT, Theme, contrast
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.record_button import RecordButton

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
GROUNDS = ("ground", "panel", "hover", "selection")

# What is written on what.
TEXTS = [
    *(("ink", ground) for ground in (*GROUNDS, "line", "match")),
    *(("muted", ground) for ground in (*GROUNDS, "match")),
    *(("bad", ground) for ground in GROUNDS),  # a broken recording's row, chosen or under the pointer
    *(("link", ground) for ground in ("ground", "panel")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]

# What has to be seen on what: edges of fields, buttons, boxes and popups, bars, marks, dots, the ring of the focus.
SHAPES = [
    *(("edge", ground) for ground in ("ground", "panel", "hover")),
    *(("accent", ground) for ground in ("ground", "panel", "hover", "selection", "line")),
    ("on_accent", "accent"),  # the line under a primary button's word, and the tick of a box
    *((dot, ground) for dot in ("good", "warning", "bad", "muted") for ground in ("ground", "panel", "hover")),
    ("bad", "selection"),  # the dot of a recording that is being made, in its row
    ("good", "line"),  # how loud it is, on its bar
    ("ink", "line"),
    ("match_edge", "ground"),
    ("match_edge", "match"),
    ("accent", "match"),  # the current match beside the others
]


def test_contrast_of_black_on_white_is_the_greatest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_bounds_are_those_of_the_guidelines() -> None:
    assert (LEAST_TEXT_CONTRAST, LEAST_CONTRAST) == (4.5, 3.0)


def too_faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    ratios = {(one, other): contrast(getattr(theme, one), getattr(theme, other)) for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@THEMES
def test_text_can_be_read_on_everything_that_it_stands_on(theme: Theme) -> None:
    assert too_faint(theme, TEXTS, LEAST_TEXT_CONTRAST) == {}


@THEMES
def test_what_can_be_used_and_what_says_something_can_be_seen(theme: Theme) -> None:
    assert too_faint(theme, SHAPES, LEAST_CONTRAST) == {}


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("kind", [QPushButton, RecordButton, QLineEdit, QPlainTextEdit, ChoiceBox, QCheckBox])
def test_the_edge_of_what_can_be_used_is_painted_so(
    qtbot: QtBot, appearance: Appearance, choice: Choice, kind: type[QWidget]
) -> None:
    appearance.choose(choice)
    dialog, used = QDialog(), kind()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for part in (QPushButton("has the keyboard"), used):
        column.addWidget(part)
    with qtbot.waitExposed(dialog):
        dialog.show()
    picture = used.grab().toImage()
    ground = dialog.grab().toImage().pixelColor(1, 1).name()
    middle = [picture.pixelColor(x, picture.height() // 2).name() for x in range(3)]
    assert not used.hasFocus()
    assert max(contrast(pixel, ground) for pixel in middle) >= LEAST_CONTRAST


@THEMES
def test_initials_can_be_read_on_every_pill(theme: Theme) -> None:
    assert [each.fill for each in theme.speakers if contrast(each.fill, each.ink) < LEAST_TEXT_CONTRAST] == []


@THEMES
@pytest.mark.parametrize("ground", ["ground", "panel", "line"])
def test_every_speakers_bar_and_pill_can_be_seen(theme: Theme, ground: str) -> None:
    faint = [each.strong for each in theme.speakers if contrast(each.strong, getattr(theme, ground)) < LEAST_CONTRAST]
    assert faint == []


@THEMES
def test_a_colour_that_is_strong_enough_stays_as_it_is(theme: Theme) -> None:
    for each in theme.speakers:
        assert (each.strong == each.fill) == (contrast(each.fill, theme.line) >= LEAST_CONTRAST)


@THEMES
def test_there_are_twelve_different_speaker_colours(theme: Theme) -> None:
    assert len({colour.fill for colour in theme.speakers}) == 12
    assert len({colour.strong for colour in theme.speakers}) == 12


def test_every_speaker_colour_has_a_lighter_partner_in_the_dark() -> None:
    for light, dark in zip(LIGHT.speakers, DARK.speakers, strict=True):
        assert contrast(dark.fill, "#000000") > contrast(light.fill, "#000000")


def test_a_thirteenth_speaker_gets_the_first_colour_again() -> None:
    assert LIGHT.speaker(12) == LIGHT.speaker(0)


@THEMES
def test_the_style_sheet_has_every_colour_filled_in(theme: Theme) -> None:
    assert "$" not in stylesheet(theme)
    assert theme.accent in stylesheet(theme)
