"""What a command can be asked about exports: formats, their options, what of a transcript goes out, presets."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.pseudonyms import table_of
from desktop_app.core.export.adaptation.stretch import stretch_of
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.pseudonym_table import read_table
from desktop_app.core.store.declaration import Declaration, as_text
from desktop_app.core.store.errors import SettingsError

if TYPE_CHECKING:
    from desktop_app.core.export.preset import Preset


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Formats with their options, and what of a transcript goes out."""

    formats: tuple[ExportFormat, ...]
    adaptation: Adaptation


_OF_CORRECTED = frozenset({"off_record_told"})
"""What can only be asked of a transcript that a person has gone through."""


_TYPED = {
    "start": ("TIME", "leave out what is said before, such as 1:30"),
    "end": ("TIME", "leave out what is said after, such as 12:30"),
    "only": ("NAMES", "only what these speakers say; several with commas between them"),
    "offset_ms": (
        "N",
        "milliseconds to add to every time, or with - to take off; what would be before zero is left out",
    ),
    "pseudonyms": (
        "NAME=OTHER",
        "other names in the place of names, such as Anna=P01,Ben=P02; names that can still be read are told",
    ),
    "pauses": ("", "write pauses into the text, as a dot for each second or as their seconds (none if not said)"),
    "least_pause_ms": ("N", "milliseconds of the shortest pause that is written (1000)"),
    "overlaps": ("true|false", "write //...// around what is said while another speaks"),
    "uncertain": ("true|false", "write words of which the recogniser is not sure as (word?)"),
    "off_record_told": (
        "true|false",
        "write [off the record] where something is; its words go out in no case",
    ),
}
"""How each part of an Adaptation is typed, and what it does."""


def add_export_choice(parser: argparse.ArgumentParser, *, of_new: bool = False) -> None:
    """`--option`, `--preset`, and an option for everything that every export can be asked for. of_new: of a transcript
    that is made just then."""
    in_full = "each recording is transcribed in full, and standard output has all of it" if of_new else None
    group = parser.add_argument_group("what goes out, and how", in_full)
    group.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="an option of a format, such as srt.line_chars=37; --list-options shows all",
    )
    group.add_argument("--preset", metavar="NAME", help="what was kept under this name in the window, or comes along")
    group.add_argument("--list-options", action="store_true", help="show the options of all formats, and end")
    group.add_argument(
        "--pseudonym-table", type=Path, metavar="CSV", help="pseudonyms from a file: a name and its pseudonym in a line"
    )
    for each in Adaptation.declarations():
        if of_new and each.name in _OF_CORRECTED:
            continue
        value, said = _TYPED[each.name]
        group.add_argument(f"--{each.name.replace('_', '-')}", metavar="|".join(each.choices) or value, help=said)


def options_in_words(formats: Sequence[ExportFormat]) -> str:
    """A line for every option of these formats: its key, its values, what it is."""
    lines = []
    for each in (declared for form in formats for declared in form.declarations()):
        values = ", ".join(each.choices) or _range(each)
        lines.append(f"{each.key}={as_text(each.usual)}  {each.about.label}{values and f' ({values})'}")
    return "\n".join(lines)


def export_choice(
    asked: argparse.Namespace, formats: Sequence[ExportFormat], known: Sequence[ExportFormat]
) -> ExportChoice:
    """What was asked for. formats: those that `--format` names; known: all that there are. SettingsError where there is
    no such option, value or preset."""
    adaptation = Adaptation()
    if asked.preset:
        preset = _preset(asked.preset, known)
        formats, adaptation = preset.formats, preset.adaptation
    of_all = {each.name: each for each in Adaptation.declarations()}
    typed = {name: text for name in of_all if (text := getattr(asked, name, None)) is not None}
    values = {name: of_all[name].from_text(text) for name, text in typed.items()}
    if asked.pseudonym_table is not None:
        pairs = read_table(asked.pseudonym_table)
        values["pseudonyms"] = tuple(f"{name}={pseudonym}" for name, pseudonym in pairs)
    choice = ExportChoice(_with_options(formats, asked.option), adaptation.with_values(values))
    _require_readable(choice.adaptation)
    return choice


def _require_readable(adaptation: Adaptation) -> None:
    """SettingsError where it could be met by no transcript: to be told before the work, not after it."""
    table_of(adaptation.pseudonyms)
    stretch_of(adaptation.start, adaptation.end, sys.maxsize)


def _preset(name: str, known: Sequence[ExportFormat]) -> "Preset":
    from desktop_app.core.export.preset import built_in_presets, own_presets

    presets = {each.name.casefold(): each for each in (*built_in_presets(known), *own_presets(known))}
    if name.casefold() not in presets:
        there = ", ".join(each.name for each in presets.values())
        raise SettingsError(f"there is no preset {name!r}; there are {there}")
    return presets[name.casefold()]


def _with_options(formats: Sequence[ExportFormat], typed: Sequence[str]) -> tuple[ExportFormat, ...]:
    declared = {each.key: (form, each) for form in formats for each in form.declarations()}
    values: dict[str, dict[str, object]] = {}
    for text in typed:
        key, equals, value = text.partition("=")
        if not equals or key not in declared:
            there = ", ".join(declared) or "none"
            raise SettingsError(f"there is no option {key!r} of what is written; there are {there}")
        form, option = declared[key]
        values.setdefault(form.extension, {})[option.name] = option.from_text(value)
    return tuple(form.with_options(values.get(form.extension, {})) for form in formats)


def _range(option: Declaration) -> str:
    if option.kind is bool:
        return "true, false"
    return f"{option.about.bounds[0]} to {option.about.bounds[-1]}" if option.kind is int else ""
