"""The package for Debian, Ubuntu and their kin."""

import gzip
import hashlib
import math
import os
import re
import shutil
import subprocess
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

from bundle.debian_dependencies import needed_packages
from bundle.desktop_files import LINUX, lay_desktop_files
from bundle.even_files import even
from bundle.freeze import ROOT

_MAINTAINER = "The Diarist authors <diarist@diarist.example>"
_RECOMMENDED = "libasound2-plugins, pulseaudio-utils, xdg-utils"
"""For recording what the computer plays, through PulseAudio or PipeWire, and for showing files in their folders."""
_DESCRIPTION = """\
transcripts that say who said what
 Diarist turns a recording into a transcript that says who said what, on your
 own computer: no account, no upload. Text and speakers can be corrected while
 the recording plays, all transcripts can be searched, and exports go to word
 processors, to subtitles, and to programs for qualitative research.
 .
 A speech model for English comes along; models for other languages are
 fetched when they are asked for.
"""


def make_debian_package(folder: Path, out: Path, work: Path, version: str, date: datetime) -> Path:
    """The package's path in `out`. folder: the frozen application; work: a folder for what is made on the way."""
    tree = work / "tree"
    shutil.rmtree(work, ignore_errors=True)
    lay_tree(folder, tree, version, date)
    architecture = _answer("dpkg", "--print-architecture").strip()
    (tree / "DEBIAN").mkdir()
    needed = needed_packages(tree, work)
    fields = control(debian_version(version), architecture, needed, installed_kib(tree))
    (tree / "DEBIAN" / "control").write_text(fields, encoding="utf-8")
    (tree / "DEBIAN" / "md5sums").write_text(_md5sums(tree), encoding="utf-8")
    even(tree, date)
    package = out / f"diarist_{debian_version(version)}_{architecture}.deb"
    _build(tree, package, date)
    shutil.rmtree(work)
    return package


def lay_tree(folder: Path, tree: Path, version: str, date: datetime) -> None:
    """All files of the package, at their places below `tree`."""
    shutil.copytree(folder, tree / "usr" / "lib" / "diarist", symlinks=True)
    programs = tree / "usr" / "bin"
    programs.mkdir()
    (programs / "diarist").symlink_to("../lib/diarist/diarist")
    share = tree / "usr" / "share"
    lay_desktop_files(share, version, date)
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides / "diarist")
    documents = share / "doc" / "diarist"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(_copyright(), encoding="utf-8")
    (documents / "changelog.gz").write_bytes(gzip.compress(_changelog(version, date).encode(), mtime=0))


def control(version: str, architecture: str, needed: str, size_kib: int) -> str:
    """What the package says of itself."""
    fields = {
        "Package": "diarist",
        "Version": version,
        "Architecture": architecture,
        "Maintainer": _MAINTAINER,
        "Installed-Size": size_kib,
        "Depends": needed,
        "Recommends": _RECOMMENDED,
        "Section": "sound",
        "Priority": "optional",
        "Homepage": "https://diarist.example",
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()).rstrip("\n") + "\n"


def debian_version(version: str) -> str:
    """As Debian orders versions: a candidate comes before what it becomes."""
    return re.sub(r"(a|b|rc)(?=\d)", r"~\1", version)


def installed_kib(tree: Path) -> int:
    """As Debian counts: a file's size rounded up, and one for whatever else there is."""
    places = [place for place in tree.rglob("*") if "DEBIAN" not in place.parts]
    return sum(
        math.ceil(place.stat().st_size / 1024) if place.is_file() and not place.is_symlink() else 1 for place in places
    )


def _md5sums(tree: Path) -> str:
    """By which Debian tells whether an installed file is as it was packed."""
    files = [path for path in sorted((tree / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    return "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _copyright() -> str:
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n\n")[2].partition("\n\n")[2]
    indented = "".join(f" {line or '.'}\n" for line in terms.splitlines())
    return (LINUX / "copyright").read_text(encoding="utf-8") + "License: Expat\n" + indented


def _changelog(version: str, date: datetime) -> str:
    said = f"  * Version {version}.\n\n -- {_MAINTAINER}  {format_datetime(date)}\n"
    return f"diarist ({debian_version(version)}) stable; urgency=medium\n\n{said}"


def _build(tree: Path, package: Path, date: datetime) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(date.timestamp()))}
    subprocess.run(
        ["dpkg-deb", "-Zxz", "--root-owner-group", "--build", tree, package],  # noqa: S607
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _answer(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
