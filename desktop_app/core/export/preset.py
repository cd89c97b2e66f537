"""What was chosen for an export, under a name: formats with their options, and what of a transcript goes out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import format_for
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import SettingsError, why_unread
from desktop_app.translation import tr
from desktop_app.user_folders import config_folder


@dataclass(frozen=True, slots=True)
class Preset:
    """formats: with the options that are chosen. adaptation: what of a transcript goes out, and how."""

    name: str
    formats: tuple[ExportFormat, ...]
    adaptation: Adaptation = Adaptation()  # noqa: RUF009  frozen


def presets_file() -> Path:
    """Where the user's own presets lie; it need not exist."""
    return config_folder() / "export-presets.json"


def built_in_presets(formats: Sequence[ExportFormat]) -> tuple[Preset, ...]:
    """Those that come along. formats: what there is."""
    known = {each.extension for each in formats}
    return tuple(
        Preset(name, tuple(format_for(ending, formats).with_options(options) for ending, options in wanted.items()))
        for name, wanted in _built_in().items()
        if wanted.keys() <= known
    )


def own_presets(formats: Sequence[ExportFormat]) -> tuple[Preset, ...]:
    """The user's, by name; SettingsError where their file cannot be read, or was written by a newer Diarist."""
    file = presets_file()
    try:
        entries = json.loads(file.read_bytes()) if file.exists() else {}
        return tuple(read_preset(name, entry, formats) for name, entry in sorted(entries.items()))
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError, SettingsError) as error:
        why = why_unread(error) if isinstance(error, OSError | UnicodeError) else str(error)
        raise SettingsError(tr("{file} cannot be used: {why}", file=file, why=why)) from error


def keep_presets(presets: Iterable[Preset]) -> None:
    """Have these, and no others, as the user's own. OSError."""
    file = presets_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    document = {preset.name: preset_document(preset) for preset in presets}
    write_atomically(file, json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8"))


def _built_in() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """By name: the formats by extension, with the options that are not the usual ones."""
    return {
        tr("Word for reading"): {"docx": {}},
        tr("Subtitles for the web"): {"vtt": {}, "srt": {}},
        "MAXQDA": {"maxqda.txt": {}},
        "ELAN": {"eaf": {}},
        "Praat": {"TextGrid": {}},
    }


def preset_document(preset: Preset) -> dict[str, object]:
    """What JSON holds of it, without its name."""
    return {
        "formats": {each.extension: _changed(each.options) for each in preset.formats},
        "adaptation": _changed(preset.adaptation),
    }


def _changed(options: Any) -> dict[str, object]:  # noqa: ANN401  the options of any format
    """The values that are not the usual ones."""
    if options is None:
        return {}
    usual = type(options)()
    values = {each.name: getattr(options, each.name) for each in fields(options)}
    return {name: value for name, value in values.items() if value != getattr(usual, name)}


def read_preset(name: str, entry: Mapping[str, Any], formats: Sequence[ExportFormat]) -> Preset:
    """The preset of a preset_document, of these formats. ValueError, TypeError, AttributeError, KeyError or
    SettingsError where it is none."""
    chosen = tuple(format_for(ending, formats).with_options(options) for ending, options in entry["formats"].items())
    return Preset(name, chosen, Adaptation().with_values(entry["adaptation"]))
