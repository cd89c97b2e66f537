"""What a Linux desktop is told of the program."""

import configparser
import gzip
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bundle.desktop_files import ICON_SIDES, LINUX, lay_desktop_files
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.commands.program import _COMMANDS
from desktop_app.core.audio.endings import RECORDING_ENDINGS
from desktop_app.core.project.places import ENDING
from desktop_app.core.project.rows import APPLICATION_ID

DATE = datetime(2026, 11, 30, tzinfo=UTC)
KNOWN_TYPES = Path("/usr/share/mime/globs2")
NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
Program = Callable[..., str]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    folder = tmp_path_factory.mktemp("share")
    lay_desktop_files(folder, "1.2.3", DATE)
    return folder


@pytest.fixture
def run() -> Program:
    def run_program(name: str, *arguments: object) -> str:
        if (program := shutil.which(name)) is None:
            pytest.skip(f"{name} is not installed")
        done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run_program


def entry(share: Path) -> configparser.SectionProxy:
    read = configparser.RawConfigParser(delimiters="=")
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(share / "applications" / "diarist.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def types_of(share: Path) -> set[str]:
    return set(entry(share)["MimeType"].strip(";").split(";"))


def own_globs(share: Path) -> dict[str, str]:
    """The type of each pattern that the program makes known itself."""
    types = ElementTree.parse(share / "mime" / "packages" / "diarist.xml").getroot()
    return {
        glob.attrib["pattern"]: each.attrib["type"]
        for each in types.findall("mime:mime-type", NAMESPACE)
        for glob in each.findall("mime:glob", NAMESPACE)
    }


def test_the_entry_is_one_that_desktops_take(share: Path, run: Program) -> None:
    assert run("desktop-file-validate", share / "applications" / "diarist.desktop") == ""


def test_the_entry_is_named_as_the_window_says(share: Path) -> None:
    said = (Path(LINUX).parents[1] / "desktop_app" / "app.py").read_text()
    assert 'NAME = "Diarist"' in said
    assert "setDesktopFileName(NAME.lower())" in said
    assert entry(share)["StartupWMClass"] == "diarist"


def test_projects_and_whatever_is_known_of_recordings_are_opened(share: Path) -> None:
    if not KNOWN_TYPES.is_file():
        pytest.skip("shared-mime-info is not installed")
    known: dict[str, set[str]] = {}
    for line in KNOWN_TYPES.read_text().splitlines():
        if not line.startswith("#"):
            _, of_type, pattern = line.split(":")[:3]
            known.setdefault(pattern, set()).add(of_type)
    opened, own = types_of(share), own_globs(share)
    assert own[f"*{ENDING}"] in opened
    for ending in RECORDING_ENDINGS:
        pattern = f"*.{ending}"
        assert opened & ({own.get(pattern, "")} | known.get(pattern, set())), ending


def test_projects_are_told_from_other_databases(share: Path, tmp_path: Path, run: Program) -> None:
    if not KNOWN_TYPES.is_file():
        pytest.skip("shared-mime-info is not installed")
    types = tmp_path / "data" / "mime" / "packages"
    types.mkdir(parents=True)
    shutil.copy(share / "mime" / "packages" / "diarist.xml", types)
    run("update-mime-database", types.parent)
    for name, application in (("project", APPLICATION_ID), ("other", 7)):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            connection.execute(f"PRAGMA application_id = {application}")
            connection.execute("CREATE TABLE t (x)")
    environment = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_DATA_DIRS": "/usr/share", "PATH": "/usr/bin:/bin"}
    if (gio := shutil.which("gio")) is None:
        pytest.skip("gio is not installed")
    asked = [gio, "info", "-a", "standard::content-type"]
    project, other = (
        subprocess.run([*asked, tmp_path / name], env=environment, capture_output=True, text=True, check=True).stdout
        for name in ("project", "other")
    )
    assert "application/x-diarist-project" in project
    assert "sqlite3" in other


def test_the_description_is_one_that_software_centres_take(share: Path, run: Program) -> None:
    described = share / "metainfo" / "org.diarist.Diarist.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", described)
    release = ElementTree.parse(described).find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2026-11-30"}


def test_icons_are_there_in_all_sizes_and_painted(share: Path) -> None:
    for side in ICON_SIDES:
        image = QImage(str(share / "icons" / "hicolor" / f"{side}x{side}" / "apps" / "diarist.png"))
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(side // 2, side // 8).name() == "#2f6fde"
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "diarist.svg").is_file()


def test_the_manual_has_every_command(share: Path, run: Program) -> None:
    text = gzip.decompress((share / "man" / "man1" / "diarist.1.gz").read_bytes()).decode()
    assert [name for name in _COMMANDS if f"\n.B {name}\n" not in text] == []
    assert '"Diarist 1.2.3"' in text
    run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", share / "man" / "man1" / "diarist.1.gz")
