"""A recording on its way to the file that its user asked for: under another name where that is taken."""

import errno
import os
import secrets
import shutil
from pathlib import Path

from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.values import Recorded
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.try_destination import try_name
from desktop_app.core.store.atomic import put_under_new_name
from desktop_app.core.store.file_names import free_path
from desktop_app.core.store.temporary_files import temporary


def check_target(target: Path | None) -> str | None:
    """Why a recording cannot go there; None if it can."""
    if target is None:
        return None
    if os.path.isdir(target):  # noqa: PTH112  a Path raises where the name is too long
        return f"{target} is a folder: name a file in it"
    if not target.parent.is_dir():
        return f"{target.parent} is no folder"
    try:
        try_name(free_path(target))
    except ExportError as error:
        return str(error)
    return None


def moved_to(target: Path | None, recorded: Recorded) -> tuple[Path, str | None]:
    """The recording's file, moved to target if there is one, and why that cannot be done, if it cannot.

    It is made among the user's recordings, where a recording that breaks off is found again. Its folder stays, with the
    sound in it where the disk can have that, until `clear_away`. The file has another name than target where that is
    taken; see free_path.
    """
    if target is None:
        return recorded.sound, None
    if segments_in(recorded.folder):
        return recorded.sound, f"{target} cannot be made: the recording is in parts, in {recorded.folder}"
    if not target.parent.is_dir():
        return recorded.sound, f"{target.parent} is no folder"
    try:
        file = _put(recorded.sound, target)
    except OSError as error:
        return recorded.sound, f"{target} cannot be written ({error.strerror or error}): it stays where it was recorded"
    return file, None


def _put(sound: Path, target: Path) -> Path:
    """Let the sound have target's name, or one like it. It may stay under its own name as well. OSError."""
    while True:
        place = free_path(target)
        try:
            put_under_new_name(sound, place)
        except FileExistsError:  # another program was faster
            continue
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            return _put_on_another_disk(sound, target)
        return place


def _put_on_another_disk(sound: Path, target: Path) -> Path:
    with temporary(target.with_name(f".{secrets.token_hex(8)}.part")) as copy:
        shutil.copyfile(sound, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        return _put(copy, target)
