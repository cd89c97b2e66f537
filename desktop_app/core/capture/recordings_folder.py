"""Where recordings lie if nothing else is said."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from desktop_app.core.store.file_names import numbered
from desktop_app.translation import tr
from desktop_app.user_folders import documents_folder


def recordings_folder() -> Path:
    """The folder of all recordings, which need not exist: among the user's documents, who is to find them."""
    return documents_folder()


def new_recording_folder(within: Path | None = None, *, at: datetime | None = None) -> Path:
    """A folder for one more recording, named by the local time, such as 'Recording 2026-11-25 14.03.12'.

    It does not exist yet; another may take it meanwhile. within: recordings_folder() if None; at: now if None.
    """
    time = f"{(at or datetime.now()).astimezone():%Y-%m-%d %H.%M.%S}"
    name = tr("Recording {time}", "a folder's name").format(time=time)
    return next(folders_like((within or recordings_folder()) / name))


def first_draft(folder: Path) -> Path:
    """Where the captions of the recording in a folder are kept, if it has any."""
    return folder / f"{folder.name} (first draft).json"


def folders_like(folder: Path) -> Iterator[Path]:
    """This folder, and others beside it that are named after it, without those that exist when it is their turn."""
    return (each for each in map(folder.with_name, numbered(folder.name)) if not each.exists())
