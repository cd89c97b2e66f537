"""Projects that lie outside the projects' folder: where they are, in the user's data folder.

No search finds them, so this list is all that is known of them; it is no cache.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.library.errors import OutsideListError
from desktop_app.core.library.paths import real_path
from desktop_app.core.store.atomic import write_atomically
from desktop_app.core.store.errors import why_unread
from desktop_app.translation import tr
from desktop_app.user_folders import data_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

_VERSION = 1
_WAIT_S = 5.0


def outside_file() -> Path:
    """Where the list lies."""
    return data_folder() / "library.json"


def outside_projects() -> tuple[Path, ...]:
    """The projects in the list, those noted first first. OutsideListError where it cannot be read."""
    file = outside_file()
    try:
        return _read(file)
    except ValueError as error:
        why = tr("{file} cannot be read ({error}): move it away to begin a new one", file=file, error=error)
        raise OutsideListError(why) from error
    except OSError as error:
        raise OutsideListError(tr("{file} cannot be read ({error})", file=file, error=why_unread(error))) from error


def remember_outside(path: Path) -> None:
    """Note a project; nothing happens if it is noted. OutsideListError where that cannot be; the list is as it was."""
    place = real_path(path)
    _change(lambda before: before if place in before else (*before, place))


def forget_outside(path: Path) -> None:
    """Take a project out of the list; errors as remember_outside."""
    place = real_path(path)
    _change(lambda before: tuple(each for each in before if each != place))


def _change(change: Callable[[tuple[Path, ...]], tuple[Path, ...]]) -> None:
    file = outside_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with _lock(file):
            before = outside_projects()
            after = change(before)
            if after != before:
                write_atomically(file, _text(after).encode())
    except OSError as error:
        raise OutsideListError(tr("{file} cannot be written ({error})", file=file, error=why_unread(error))) from error


def _lock(file: Path) -> "BaseFileLock":
    """Two programs that note something at the same time must not undo each other's."""
    from filelock import FileLock

    return FileLock(file.with_name(f".{file.name}.lock"), timeout=_WAIT_S)


def _read(file: Path) -> tuple[Path, ...]:
    try:
        document = json.loads(file.read_bytes())
    except FileNotFoundError:
        return ()
    if not isinstance(document, dict) or not isinstance(document.get("version"), int):
        raise ValueError(tr("it is no list of projects"))
    if document["version"] > _VERSION:
        raise ValueError(tr("a newer Diarist wrote it"))
    paths = document.get("outside")
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise ValueError(tr("it is no list of projects"))
    return tuple(Path(path) for path in paths)


def _text(paths: tuple[Path, ...]) -> str:
    # ASCII, as names of files may be no text; each path has a line, for people.
    return json.dumps({"version": _VERSION, "outside": [str(path) for path in paths]}, indent=1) + "\n"
