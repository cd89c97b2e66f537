"""Where projects lie, and what their files are called."""

import re
from pathlib import Path

from desktop_app.core.capture.recordings_folder import recordings_folder
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.file_names import folded, free_path
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.settings_file import load_settings

ENDING = ".diarist"
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
"""What some disk takes in no name."""
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""What Windows takes for a device, whatever follows the full stop."""
_NAME_BYTES = 180
"""Of the 255 that disks allow: a number, the ending and what SQLite puts behind it must find room."""
_NAMELESS = "Recording"


def is_project(path: Path) -> bool:
    """Whether a file is one, told by its name."""
    return path.suffix.lower() == ENDING


def projects_folder(settings: Settings) -> Path:
    """The folder of all projects, which need not exist: the one that the user chose, else where recordings lie."""
    chosen = settings.library.folder
    return Path(chosen).expanduser() if chosen else recordings_folder()


def chosen_projects_folder() -> Path:
    """The folder that the user's settings name; the usual one where they cannot be read."""
    try:
        return projects_folder(load_settings())
    except SettingsError:
        return projects_folder(Settings())


def library_folders() -> tuple[Path, ...]:
    """The folders whose projects are the library's: where new ones are made, and the usual one with older ones."""
    return tuple(dict.fromkeys((chosen_projects_folder(), projects_folder(Settings()))))


def project_path(folder: Path, name: str) -> Path:
    """A path for the project of a recording of this name that nothing has in the folder just now."""
    return free_path(folder / f"{file_name(name)}{ENDING}")


def renamed_path(path: Path, name: str) -> Path:
    """The path for a project that is to be called otherwise; the same where it is called so already."""
    wanted = path.with_name(f"{file_name(name)}{ENDING}")
    return wanted if folded(wanted.name) == folded(path.name) else free_path(wanted)


def name_at(path: Path, name: str) -> str:
    """What a person reads of a project's name: the name, unless the file is called otherwise: it may be one of several,
    or have been renamed where nobody looked inside."""
    return name if path.stem == file_name(name) else path.stem


def file_name(name: str) -> str:
    """The name with what no disk takes replaced, and short enough."""
    kept = _REFUSED.sub("_", " ".join(name.split())).strip(". ")
    kept = kept.encode()[:_NAME_BYTES].decode(errors="ignore").rstrip(". ")
    if not kept:
        return _NAMELESS
    return f"{kept}_" if _DEVICES.fullmatch(kept) else kept
