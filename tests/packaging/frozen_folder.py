"""A folder like the one that PyInstaller makes, of two files."""

import os
import shutil
from pathlib import Path


def frozen_folder(within: Path, made_s: int = 1_700_000_000) -> Path:
    """Its program is the system's `true`, which says its name if it is asked for its version. made_s: when."""
    folder = within / "diarist"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(Path("/bin/true").resolve(), folder / "diarist")
    (folder / "diarist").chmod(0o700)
    (folder / "_internal" / "LICENSE").write_text("MIT")
    (folder / "_internal" / "LICENSE").chmod(0o600)
    (folder / "_internal" / "libone.so.1").symlink_to("LICENSE")
    os.utime(folder / "_internal" / "LICENSE", (made_s, made_s))
    return folder
