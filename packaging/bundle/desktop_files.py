"""What a Linux desktop is told of the program: its entry, icons and types of files; and the page of the manual."""

import gzip
import shutil
from datetime import datetime
from pathlib import Path

from bundle.draw_icons import drawn_png
from bundle.freeze import ROOT

LINUX = ROOT / "packaging" / "linux"
DRAWING = ROOT / "resources" / "diarist.svg"
ICON_SIDES = (16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512)
"""Of the theme hicolor, in pixels."""


def lay_desktop_files(share: Path, version: str, date: datetime) -> None:
    """Put them where systems look for them. share: the folder that is to be /usr/share, or what takes its place."""
    _copy(LINUX / "diarist.desktop", share / "applications" / "diarist.desktop")
    _copy(LINUX / "diarist-mime.xml", share / "mime" / "packages" / "diarist.xml")
    _lay_icons(share / "icons" / "hicolor")
    described = _filled_in(LINUX / "org.diarist.Diarist.metainfo.xml", version, date)
    _write(share / "metainfo" / "org.diarist.Diarist.metainfo.xml", described)
    manual_page = gzip.compress(_filled_in(LINUX / "diarist.1", version, date), mtime=0)
    _write(share / "man" / "man1" / "diarist.1.gz", manual_page)


def _lay_icons(theme: Path) -> None:
    _copy(DRAWING, theme / "scalable" / "apps" / "diarist.svg")
    for side in ICON_SIDES:
        _write(theme / f"{side}x{side}" / "apps" / "diarist.png", drawn_png(side))


def _filled_in(template: Path, version: str, date: datetime) -> bytes:
    text = template.read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", f"{date:%Y-%m-%d}").encode()


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
