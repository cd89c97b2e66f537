"""Diarist as a person starts it: a process of its own, with a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

import desktop_app
from desktop_app.core.models.forms.prepared_store import models_folder

_ROOT = Path(desktop_app.__file__).parents[1]
TIMEOUT_S = 60


def environment(home: Path, *, first_on_path: Path | None = None) -> dict[str, str]:
    """The variables for a process: nothing of the user's own folders, no screen, and warnings are errors.

    first_on_path: a folder whose packages are found before the installed ones.
    """
    home.mkdir(exist_ok=True)
    _share_prepared_models(home)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "PYTHON"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        kept.pop(name, None)
    folders = [str(first_on_path)] if first_on_path else []
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LOCALAPPDATA": str(home),
        "PYTHONPATH": os.pathsep.join([*folders, str(_ROOT)]),
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "error",
    }


def _share_prepared_models(home: Path) -> None:
    """Preparing them takes some seconds: all tests do it once."""
    data = home / ".local" / "share" / "diarist"
    if not data.exists():
        data.mkdir(parents=True)
        (data / "models").symlink_to(models_folder().resolve())


def command(*arguments: str | Path) -> list[str]:
    """The command line that starts Diarist."""
    return [sys.executable, "-m", "desktop_app", *map(os.fspath, arguments)]


def diarist(*arguments: str | Path, cwd: Path, first_on_path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run it to its end in the folder."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(cwd / "home", first_on_path=first_on_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=TIMEOUT_S,
        check=False,
    )
