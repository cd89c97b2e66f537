"""What is chosen for the text, and remembered."""

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop_app.ui.look.text_choice import READING_PX, TextChoice
from desktop_app.ui.look.text_look import TextLook, Width


def again(settings: QSettings) -> TextLook:
    """As it is at the next start."""
    settings.sync()
    return TextChoice(QSettings(settings.fileName(), QSettings.Format.IniFormat)).look


def test_everything_that_is_chosen_is_there_at_the_next_start(settings: QSettings) -> None:
    choice = TextChoice(settings)
    assert choice.look == TextLook()
    choice.step_size(2)
    choice.choose_width(Width.WIDE)
    choice.show_times(False)
    choice.put_names_above(True)
    assert choice.look == TextLook(18, Width.WIDE, times=False, names_above=True) == again(settings)


def test_a_choice_is_told_once(qtbot: QtBot, settings: QSettings) -> None:
    choice = TextChoice(settings)
    told: list[object] = []
    choice.changed.connect(told.append)
    choice.show_times(False)
    choice.show_times(False)
    assert told == [choice.look]


def test_the_widths_come_one_after_the_other(settings: QSettings) -> None:
    choice = TextChoice(settings)
    seen = []
    for _ in range(3):
        choice.next_width()
        seen.append(choice.look.width)
    assert seen == [Width.WIDE, Width.NARROW, Width.USUAL]


def test_reading_has_a_size_of_its_own(settings: QSettings) -> None:
    choice = TextChoice(settings)
    choice.step_size(1)
    choice.read(True)
    assert choice.look.size_px == READING_PX
    choice.step_size(1)
    assert choice.look.size_px == 22
    choice.read(False)
    assert choice.look.size_px == 16 == again(settings).size_px
    choice.read(True)
    assert choice.look.size_px == 22
    choice.reset_size()
    assert choice.look.size_px == READING_PX


@pytest.mark.parametrize(
    ("key", "nonsense"), [("text/size", "4000"), ("text/size", "-15"), ("text/size", "large"), ("text/width", "round")]
)
def test_nonsense_in_the_settings_does_no_harm(settings: QSettings, key: str, nonsense: str) -> None:
    settings.setValue(key, nonsense)
    assert TextChoice(settings).look == TextLook()
