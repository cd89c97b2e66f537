"""Where recordings lie if nothing else is said."""

from datetime import datetime
from itertools import count
from pathlib import Path

from platformdirs import user_documents_path


def recordings_folder() -> Path:
    """The folder of all recordings, which need not exist: among the user's documents, who is to find them."""
    return user_documents_path() / "Diarist"


def new_recording_folder(within: Path | None = None, *, at: datetime | None = None) -> Path:
    """A folder for one more recording, named by the local time, such as 'Recording 2026-11-25 14.03.12'.

    It does not exist yet. within: recordings_folder() if None; at: now if None.
    """
    name = f"Recording {(at or datetime.now()).astimezone():%Y-%m-%d %H.%M.%S}"
    within = within or recordings_folder()
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    return next(folder for folder in map(within.joinpath, names) if not folder.exists())
