"""A transcript that could not be written where it was to go is kept where it can be found."""

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.export.destination import Destination
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.origin import origin_of
from desktop_app.core.export.registry import format_for
from desktop_app.core.export.write import export_transcript
from desktop_app.core.transcript.values import Transcript
from desktop_app.printing.all_formats import ALL_FORMATS
from desktop_app.user_folders import data_folder

_ODD = re.compile(r"[^\w .()-]")
_STEM_BYTES = 120


def kept_folder() -> Path:
    """Where such transcripts lie."""
    return data_folder() / "kept"


def keep(transcript: Transcript, stem: str, formats: Sequence[ExportFormat]) -> tuple[Path, ...]:
    """Write these formats, and JSON, among the kept transcripts; the files, none where that cannot be either. There are
    no projects among them: the JSON can be opened as well."""
    name = _ODD.sub("_", stem).encode()[:_STEM_BYTES].decode(errors="ignore").strip() or "transcript"
    json = format_for("json")
    wanted = tuple(dict.fromkeys([*(each for each in formats if each in ALL_FORMATS), json]))
    return _written(transcript, name, wanted) or _written(transcript, name, (json,))


def _written(transcript: Transcript, name: str, formats: Sequence[ExportFormat]) -> tuple[Path, ...]:
    try:
        return export_transcript(transcript, Destination(kept_folder(), name), formats, origin_of(transcript)).paths
    except Exception:  # noqa: BLE001  it may be what kept the transcript from being written at all
        return ()
