"""What the user chose to export last, and where a recording's exports go."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from desktop_app.core.export.formats import FORMATS, ExportFormat

_KEY = "export/formats"
_FIRST = "txt"


def remembered_formats(settings: QSettings) -> tuple[ExportFormat, ...]:
    """The formats of the last export; text before there was one."""
    extensions = str(settings.value(_KEY, _FIRST)).split()
    return tuple(each for each in FORMATS if each.extension in extensions)


def remember_formats(settings: QSettings, formats: tuple[ExportFormat, ...]) -> None:
    """Keep this choice for the next export."""
    settings.setValue(_KEY, " ".join(each.extension for each in formats))


def documents_folder() -> Path:
    """The user's folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def target_paths(folder: Path, stem: str, formats: tuple[ExportFormat, ...]) -> list[Path]:
    """The files an export writes."""
    return [folder / f"{stem}.{each.extension}" for each in formats]
