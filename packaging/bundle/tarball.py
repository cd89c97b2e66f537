"""The archive for any other Linux, with a script that installs what is in it."""

import os
import platform
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from bundle.desktop_files import LINUX, lay_desktop_files
from bundle.even_files import even


def make_tarball(folder: Path, out: Path, work: Path, version: str, date: datetime) -> Path:
    """The archive's path in `out`. folder: the frozen application; work: a folder for what is made on the way."""
    name = f"diarist-{version}-linux-{platform.machine()}"
    shutil.rmtree(work, ignore_errors=True)
    content = work / name
    shutil.copytree(folder, content / "diarist", symlinks=True)
    lay_desktop_files(content / "share", version, date)
    shutil.copy(LINUX / "install.sh", content)
    even(content, date)
    archive = out / f"{name}.tar.xz"
    _pack(content, archive)
    shutil.rmtree(work)
    return archive


def _pack(content: Path, archive: Path) -> None:
    # One thread alone would write other bytes than any larger number of them.
    threads = max(2, os.cpu_count() or 2)
    owner = ["--owner=0", "--group=0", "--numeric-owner"]
    packing = ["tar", "--sort=name", "--format=gnu", *owner, "-I", f"xz -T{threads}", "-cf", archive]
    subprocess.run([*packing, "-C", content.parent, content.name], check=True)
