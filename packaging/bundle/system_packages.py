"""Which package of Debian or Ubuntu a library of the system is from."""

import platform
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """An installed package; source and source_version: what it was built from."""

    name: str
    version: str
    source: str
    source_version: str

    @property
    def address(self) -> str:
        """Where every version of the source stays."""
        return f"{_archive()}/{self.source}/{self.source_version}/"

    @property
    def text(self) -> Path:
        """Copyright and licence, as the package states them."""
        return Path("/usr/share/doc", self.name, "copyright")


@cache
def system_package(library: str) -> SystemPackage | None:
    """The package that a library of this file name is from; None where none is, or where this is no Debian."""
    if shutil.which("dpkg") is None:
        return None
    found = _asked("dpkg", "-S", f"*/{library}")
    if not found:
        return None
    package = found.partition(": ")[0].partition(",")[0]
    shown = "${Package}\t${Version}\t${source:Package}\t${source:Version}"
    return SystemPackage(*_asked("dpkg-query", "-W", "-f", shown, package).split("\t"))


def _archive() -> str:
    of_ubuntu = platform.freedesktop_os_release().get("ID") == "ubuntu"
    return "https://launchpad.net/ubuntu/+source" if of_ubuntu else "https://snapshot.debian.org/package"


def _asked(*command: str) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.splitlines()[0] if answer.returncode == 0 and answer.stdout else ""
