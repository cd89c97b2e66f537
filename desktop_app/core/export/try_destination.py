"""Trying where exports are to go, before the work whose outcome they are."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.export.destination import Destination, choose
from desktop_app.core.export.errors import ExportError, cause_in_words
from desktop_app.core.export.write import make_folder
from desktop_app.core.store.export_record import Origin
from desktop_app.core.store.temporary_files import temporary
from desktop_app.translation import tr

_LEAST_BYTES = 128_000
_BYTES_A_SECOND = 1_100
"""All formats together of somebody who speaks fast and without a pause: three words a second, 150 bytes each in JSON
and 80 elsewhere; a project has its JSON deflated, and the voices."""
_PROBE = "part" * 8


def expected_bytes(duration_s: float) -> int:
    """The most that the exports of a recording may take together, about."""
    return _LEAST_BYTES + round(_BYTES_A_SECOND * duration_s)


def try_destination(
    destination: Destination, endings: Sequence[str], origin: Origin, *, needed_bytes: int, replace: bool = False
) -> None:
    """Find out whether exports can be written there: folder, names, room. ExportError if not.

    A missing folder is made; nothing else stays. needed_bytes: what is to be written.
    """
    make_folder(destination.folder)
    choice = choose(destination, endings, origin, replace=replace)
    try_name(max(choice.paths, key=lambda path: len(path.suffix)))
    try:
        free_bytes = shutil.disk_usage(destination.folder).free
    except OSError:
        return  # the disk does not say
    if free_bytes < needed_bytes:
        room = tr(
            "the disk has {free_mb:,.1f} MB left, and up to {needed_mb:,.1f} MB are needed",
            free_mb=free_bytes / 1e6,
            needed_mb=needed_bytes / 1e6,
        )
        raise ExportError(choice.paths[0], room)


def try_name(path: Path) -> None:
    """Make a file whose name is as long and of the same letters, under another ending, and remove it again.

    ExportError if there cannot be one.
    """
    probe = path.with_suffix(f".{_PROBE[: len(path.suffix) - 1]}")
    try:
        probe.open("xb").close()
    except FileExistsError:
        return  # so there can be such a name
    except OSError as error:
        raise ExportError(path, cause_in_words(error, path)) from error
    with temporary(probe):
        pass
