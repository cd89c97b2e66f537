"""What the user chose to export last, and what can be chosen."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from desktop_app.core.export.export_format import ExportFormat
from desktop_app.printing.all_formats import ALL_FORMATS

_KEY = "export/formats"
_FIRST = "txt"


def remembered_formats(settings: QSettings) -> tuple[ExportFormat, ...]:
    """The formats of the last export; text before there was one."""
    extensions = str(settings.value(_KEY, _FIRST)).split()
    return tuple(each for each in ALL_FORMATS if each.extension in extensions)


def remember_formats(settings: QSettings, formats: tuple[ExportFormat, ...]) -> None:
    """Keep this choice for the next export."""
    settings.setValue(_KEY, " ".join(each.extension for each in formats))


def documents_folder() -> Path:
    """The user's folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def is_name(text: str) -> bool:
    """Whether a file can have this name."""
    return bool(text) and text not in {".", ".."} and not {os.sep, os.altsep, "\0"} & set(text)
