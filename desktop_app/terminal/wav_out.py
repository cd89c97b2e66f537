"""A recording on its way to the file that its user asked for."""

import shutil
from pathlib import Path

from desktop_app.core.capture.segments import segments_in
from desktop_app.core.capture.values import Recorded


def check_target(target: Path | None) -> str | None:
    """Why a recording cannot go there; None if it can."""
    if target is None:
        return None
    if target.exists():
        return f"{target} is there already: a recording replaces nothing"
    return None if target.parent.is_dir() else f"{target.parent} is no folder"


def moved_to(target: Path | None, recorded: Recorded) -> tuple[Path, str | None]:
    """The recording's file, moved to target if there is one, and why that cannot be done, if it cannot.

    It is made among the user's recordings, where a recording that breaks off is found again, and its folder goes when
    it is elsewhere.
    """
    if target is None:
        return recorded.sound, None
    if segments_in(recorded.folder):
        return recorded.sound, f"{target} cannot be made: the recording is in parts, in {recorded.folder}"
    if fault := check_target(target):
        return recorded.sound, fault
    beside = target.with_name(f".{target.name}.part")
    try:
        shutil.move(recorded.sound, beside)
        beside.rename(target)
    except OSError as error:
        return recorded.sound, f"{target} cannot be written ({error.strerror or error}): it stays where it was recorded"
    shutil.rmtree(recorded.folder, ignore_errors=True)
    return target, None
