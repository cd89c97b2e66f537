"""What PyInstaller is given on one system alone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

_ICONS = Path(__file__).parents[2] / "build" / "icons"


def icon() -> str | None:
    """The program's own picture, drawn anew, where a program's file holds one."""
    name = {"win32": "diarist.ico", "darwin": "diarist.icns"}.get(sys.platform)
    if name is None:
        return None
    from bundle.draw_icons import draw_icon

    return str(draw_icon(_ICONS / name))


def version_resource(version: str) -> "VSVersionInfo":
    """What Windows shows of a program's file."""
    from PyInstaller.utils.win32 import versioninfo as windows

    numbers = (*(int(part) for part in version.split(".")), 0)
    words = {
        "CompanyName": "The Diarist authors",
        "FileDescription": "Diarist",
        "FileVersion": version,
        "LegalCopyright": "MIT licence; see THIRD_PARTY.md for what comes along",
        "ProductName": "Diarist",
        "ProductVersion": version,
    }
    table = windows.StringTable("040904B0", [windows.StringStruct(name, value) for name, value in words.items()])
    return windows.VSVersionInfo(
        ffi=windows.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[windows.StringFileInfo([table]), windows.VarFileInfo([windows.VarStruct("Translation", [0x409, 1200])])],
    )
