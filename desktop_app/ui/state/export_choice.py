"""What the user chose to export last, and what can be chosen."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.name_pattern import USUAL_PATTERN
from desktop_app.core.export.preset import Preset, preset_document, read_preset
from desktop_app.core.export.registry import format_for
from desktop_app.core.store.errors import SettingsError

_CHOICE, _PATTERN = "export/choice", "export/pattern"
_FIRST = "txt"


def remembered_choice(settings: QSettings, formats: Sequence[ExportFormat]) -> Preset:
    """The formats of the last export with their options; text before there was one. What goes out is all of it."""
    try:
        last = read_preset("", json.loads(str(settings.value(_CHOICE, ""))), formats)
    except (ValueError, TypeError, AttributeError, KeyError, SettingsError):
        return Preset("", (format_for(_FIRST, formats),))
    return Preset("", last.formats or (format_for(_FIRST, formats),))


def remember_choice(settings: QSettings, choice: Preset) -> None:
    """Keep this for the next export."""
    settings.setValue(_CHOICE, json.dumps(preset_document(choice)))


def remembered_pattern(settings: QSettings) -> str:
    """The pattern of names that was typed last, USUAL_PATTERN if none was."""
    return str(settings.value(_PATTERN, USUAL_PATTERN))


def remember_pattern(settings: QSettings, typed: str) -> None:
    """Keep what was typed for the next export, if it is a pattern and no name."""
    settings.setValue(_PATTERN, typed if "{" in typed else USUAL_PATTERN)


def documents_folder() -> Path:
    """The user's folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def is_name(text: str) -> bool:
    """Whether a file can have this name."""
    return bool(text) and text not in {".", ".."} and not {os.sep, os.altsep, "\0"} & set(text)
