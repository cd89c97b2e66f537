"""What PyInstaller is given on one system alone."""

import sys
from pathlib import Path

_PACKAGING = Path(__file__).parents[1]


def icon() -> str | None:
    """The program's own picture, where its file holds one."""
    name = {"win32": "diarist.ico", "darwin": "diarist.icns"}.get(sys.platform)
    return str(_PACKAGING / "icons" / name) if name else None


def version_resource(version: str) -> str:
    """The path of what Windows shows of a program's file."""
    raise NotImplementedError(version)
