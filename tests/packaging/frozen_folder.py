"""A folder like the one that PyInstaller makes, of two files."""

import shutil
import sys
from pathlib import Path


def frozen_folder(within: Path) -> Path:
    """Its program is one of this computer's; it says what Python it is."""
    folder = within / "diarist"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(Path(sys.executable).resolve(), folder / "diarist")
    (folder / "diarist").chmod(0o700)
    (folder / "_internal" / "LICENSE").write_text("MIT")
    (folder / "_internal" / "LICENSE").chmod(0o600)
    (folder / "_internal" / "libone.so.1").symlink_to("LICENSE")
    return folder
