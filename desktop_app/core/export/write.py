"""Transcripts written to the user's folders."""

from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.formats import ExportFormat
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.transcript.values import Transcript


def export_transcript(transcript: Transcript, folder: Path, stem: str, formats: Iterable[ExportFormat]) -> list[Path]:
    """Write `folder/stem.extension` for each format, in UTF-8, and return the paths in that order.

    The folder is made if it is missing; files of those names are replaced. Raises ExportError for the first file
    that cannot be written: those before it are there in full, nothing is there in part.
    """
    texts = {folder / f"{stem}.{each.extension}": each.render(transcript) for each in formats}
    make_folder(folder)
    for path, text in texts.items():
        _write(path, text)
    return list(texts)


def make_folder(folder: Path) -> None:
    """Make the folder for exports if it is missing; ExportError if that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(folder, cause_in_words(error)) from error


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise ExportError(path, cause_in_words(error)) from error
