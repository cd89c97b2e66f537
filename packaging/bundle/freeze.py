"""The application as a folder that needs no Python: PyInstaller's work, and what is done to it afterwards."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "packaging" / "diarist.spec"
_WORTH_STRIPPING = 100_000
"""Bytes: a smaller library has hardly any symbols."""


def freeze(out: Path) -> Path:
    """Make the application's folder inside `out`; subprocess.CalledProcessError if PyInstaller fails."""
    made = ["--distpath", out, "--workpath", ROOT / "build" / "pyinstaller"]
    subprocess.run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *made, SPEC], check=True)
    folder = out / "diarist"
    if sys.platform == "linux":
        strip_symbols(folder)
    return folder


def strip_symbols(folder: Path) -> None:
    """Take from libraries what only a debugger reads.

    Those in `*.libs` stay: they were moved there by a tool after whose work they cannot be loaded once stripped.
    """
    for library in folder.rglob("*.so*"):
        if library.is_symlink() or library.parent.suffix == ".libs" or library.stat().st_size < _WORTH_STRIPPING:
            continue
        subprocess.run([_program("strip"), "--strip-unneeded", library], check=True)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: install it first")
    return found
