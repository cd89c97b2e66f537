"""The package for Debian."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bundle.debian_package import control, debian_version, make_debian_package
from frozen_folder import frozen_folder
from PySide6.QtWidgets import QApplication

DATE = datetime(2026, 11, 30, 12, tzinfo=UTC)
NEEDED = ("dpkg-deb", "dpkg-shlibdeps")

pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in NEEDED), reason="dpkg-dev is not installed"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    return make(tmp_path_factory.mktemp("made"))


def make(within: Path, **folder: int) -> Path:
    out = within / "out"
    out.mkdir()
    return make_debian_package(frozen_folder(within, **folder), out, within / "work", "1.2.3rc1", DATE)


def field(package: Path, name: str) -> str:
    return subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()


def listing(package: Path) -> dict[str, list[str]]:
    """Of each path: mode, owner, size, day, time, and where a link leads."""
    told = subprocess.run(
        ["dpkg-deb", "-c", package], capture_output=True, text=True, check=True, env={**os.environ, "TZ": "UTC"}
    )
    rows = [line.split() for line in told.stdout.splitlines()]
    return {row[5]: row for row in rows}


def test_it_is_the_same_whenever_it_is_made(package: Path, tmp_path: Path) -> None:
    assert make(tmp_path, made_s=1_750_000_000).read_bytes() == package.read_bytes()


def test_nothing_is_left_of_its_making(package: Path) -> None:
    assert sorted(path.name for path in package.parents[1].iterdir()) == ["diarist", "out"]


def test_it_says_what_it_needs(package: Path) -> None:
    needed = field(package, "Depends").split(", ")
    assert "libportaudio2" in needed
    assert any(each.startswith("libc6 ") for each in needed)
    assert field(package, "Version") == "1.2.3~rc1"
    assert field(package, "Section") == "sound"
    assert int(field(package, "Installed-Size")) > 0


def test_files_are_roots_and_anybodys_to_read(package: Path) -> None:
    files = listing(package)
    assert {row[1] for row in files.values()} == {"root/root"}
    assert files["./usr/lib/diarist/diarist"][0] == "-rwxr-xr-x"
    assert files["./usr/lib/diarist/_internal/LICENSE"][0] == "-rw-r--r--"
    assert files["./usr/bin/diarist"][-1] == "../lib/diarist/diarist"
    assert {row[3] for row in files.values()} == {"2026-11-30"}


def test_damage_to_its_files_can_be_found(package: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-R", package, tmp_path], check=True)
    checked = ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"]
    assert subprocess.run(checked, cwd=tmp_path).returncode == 0
    (tmp_path / "usr" / "lib" / "diarist" / "diarist").write_bytes(b"")
    assert subprocess.run(checked, cwd=tmp_path).returncode == 1


def test_the_program_starts_by_its_link(package: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-x", package, tmp_path], check=True)
    started = subprocess.run([tmp_path / "usr" / "bin" / "diarist", "--version"], capture_output=True, text=True)
    assert started.stdout.startswith("true")


@pytest.mark.skipif(shutil.which("lintian") is None, reason="lintian is not installed")
def test_debian_finds_no_fault(package: Path) -> None:
    told = subprocess.run(
        ["lintian", "--fail-on", "error,warning", "--tag-display-limit", "0", package],
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(("earlier", "later"), [("1.0rc1", "1.0"), ("1.0a2", "1.0b1"), ("0.9.0", "0.10.0")])
def test_versions_are_ordered_as_python_orders_them(earlier: str, later: str) -> None:
    compared = ["dpkg", "--compare-versions", debian_version(earlier), "lt", debian_version(later)]
    assert subprocess.run(compared).returncode == 0


def test_the_description_is_a_field_of_several_lines() -> None:
    assert control("1", "amd64", "libc6", 1).partition("Description: ")[2].count("\n .\n") == 1
