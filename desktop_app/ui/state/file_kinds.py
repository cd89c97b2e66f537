"""As what a file is opened, told by its ending."""

from pathlib import Path

from desktop_app.core.importing.registry import ENDINGS


def is_transcript(path: Path) -> bool:
    """Whether the file is opened as a transcript, not as a recording."""
    return path.suffix.lower().removeprefix(".") in ENDINGS
