"""Formats, their options and what goes out, as somebody typed them."""

import argparse
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "core"))  # for when these tests run alone
from export.made_up_format import MADE_UP

from desktop_app.commands.export_choice import ExportChoice, add_export_choice, export_choice, options_in_words
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.preset import Preset, keep_presets
from desktop_app.core.export.registry import FORMATS, format_for
from desktop_app.core.store.errors import SettingsError

KNOWN = (*FORMATS, MADE_UP)


def chosen(*typed: str, formats: tuple[ExportFormat, ...] = (MADE_UP,)) -> ExportChoice:
    parser = argparse.ArgumentParser()
    add_export_choice(parser)
    return export_choice(parser.parse_args(typed), formats, KNOWN)


def test_nothing_asked_is_the_usual() -> None:
    assert chosen() == ExportChoice((MADE_UP,), Adaptation())


def test_options_are_typed_by_their_keys() -> None:
    (form,) = chosen("--option", "made-up.lines=3", "--option", "made-up.names=false").formats
    assert form == MADE_UP.with_options({"lines": 3, "names": False})


def test_what_goes_out_is_asked_for_as_it_is_declared() -> None:
    asked = chosen("--start", "1:00", "--only", "Anna, Ben", "--offset-ms", "-20").adaptation
    assert asked == Adaptation(start="1:00", only=("Anna", "Ben"), offset_ms=-20)


def test_a_preset_brings_its_formats_and_can_be_changed_for_once() -> None:
    keep_presets([Preset("Mine", (format_for("srt"),), Adaptation(start="1:00", end="2:00"))])
    assert chosen("--preset", "mine", "--end", "3:00") == ExportChoice(
        (format_for("srt"),), Adaptation(start="1:00", end="3:00")
    )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (("--option", "made-up.lines=9"), "made-up.lines is 9; it must be from 1 to 3"),
        (("--option", "made-up.lines=x"), "made-up.lines is 'x'; it must be a whole number"),
        (("--option", "srt.colour=red"), "there is no option 'srt.colour' of what is written; there are made-up.lines"),
        (("--option", "made-up.lines"), "there is no option 'made-up.lines' of what"),
        (("--preset", "nobody's"), 'there is no preset "nobody\'s"; there are'),
        (("--offset-ms", "soon"), "export.offset_ms is 'soon'; it must be a whole number"),
    ],
)
def test_what_is_not_there_is_said(typed: tuple[str, ...], reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        chosen(*typed)


def test_all_options_can_be_read_with_their_values() -> None:
    assert options_in_words([MADE_UP]) == "made-up.lines=2  Lines (1 to 3)\nmade-up.names=true  Names (true, false)"
