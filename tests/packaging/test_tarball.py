"""The archive for any Linux, and the script in it."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from bundle.checksums import write_checksums
from bundle.flatpak_manifest import write_flatpak_manifest
from bundle.tarball import make_tarball
from frozen_folder import frozen_folder
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it is made on Linux")

DATE = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    return make(tmp_path_factory.mktemp("made"))


def make(within: Path, **folder: int) -> Path:
    out = within / "out"
    out.mkdir()
    return make_tarball(frozen_folder(within, **folder), out, within / "work", "1.2.3", DATE)


@dataclass(frozen=True)
class User:
    """Somebody who is not root, whoever runs the tests."""

    home: Path
    unpacked: Path

    def run(self, *arguments: str, program: str = "install.sh") -> "subprocess.CompletedProcess[str]":
        environment = {"HOME": str(self.home), "PATH": f"{self.home.parent / 'bin'}:/usr/bin:/bin", "LC_ALL": "C"}
        return subprocess.run(
            [self.unpacked / program, *arguments], env=environment, capture_output=True, text=True, check=False
        )

    def files(self) -> set[str]:
        return {str(path.relative_to(self.home)) for path in self.home.rglob("*")}


@pytest.fixture
def user(archive: Path, tmp_path: Path) -> User:
    home, programs = tmp_path / "home of somebody", tmp_path / "bin"
    home.mkdir()
    programs.mkdir()
    (programs / "id").write_text("#!/bin/sh\necho 1000\n")
    (programs / "id").chmod(0o755)
    subprocess.run(["tar", "-xf", archive, "-C", tmp_path], check=True)
    return User(home, tmp_path / archive.name.removesuffix(".tar.xz"))


def test_it_is_the_same_whenever_it_is_made(archive: Path, tmp_path: Path) -> None:
    assert make(tmp_path, made_s=1_750_000_000).read_bytes() == archive.read_bytes()


def test_the_program_is_installed_for_its_user(user: User) -> None:
    installed = user.run()
    assert installed.returncode == 0, installed.stderr
    started = user.run("--version", program=str(user.home / ".local" / "bin" / "diarist"))
    assert started.stdout.startswith("true")
    entry = (user.home / ".local" / "share" / "applications" / "diarist.desktop").read_text()
    assert f'Exec="{user.home}/.local/bin/diarist" open %F' in entry


def test_what_is_missing_is_said_in_one_sentence(user: User) -> None:
    library = Path("/lib/x86_64-linux-gnu/libm.so.6")
    if not library.is_file():
        pytest.skip("no library to take for one that needs another")
    wanting = user.unpacked / "diarist" / "_internal" / "libwanting.so"
    # The name of a library that it needs, replaced by one of the same length that nobody has.
    wanting.write_bytes(library.read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0"))
    said = user.run().stdout.splitlines()
    assert sum("libq.so.6" in line for line in said) == 1


def test_what_is_there_is_not_missing(user: User) -> None:
    told = user.run().stdout
    assert "libc.so.6" not in told


def test_nothing_is_left_but_what_the_user_made(user: User) -> None:
    made = user.home / "Documents" / "Diarist" / "talk.diarist"
    made.parent.mkdir(parents=True)
    made.write_bytes(b"project")
    others = user.home / ".local" / "share" / "applications" / "other.desktop"
    others.parent.mkdir(parents=True)
    others.write_text("[Desktop Entry]")
    user.run()
    for left in (".cache/diarist/library.sqlite", ".config/diarist/settings.toml", ".local/share/diarist/store/m"):
        (user.home / left).parent.mkdir(parents=True, exist_ok=True)
        (user.home / left).write_bytes(b"")
    backup = user.home / ".local" / "share" / "diarist" / "backups" / "talk.diarist"
    backup.parent.mkdir(parents=True)
    backup.write_bytes(b"project")
    removed = user.run("--uninstall")
    assert removed.returncode == 0, removed.stderr
    files = {name for name in user.files() if (user.home / name).is_file()}
    kept = {str(path.relative_to(user.home)) for path in (made, others, backup)}
    # Where the desktop's programs are, they make the cache anew of what others have.
    assert files - {".local/share/applications/mimeinfo.cache"} == kept


def test_an_empty_home_is_empty_again(user: User) -> None:
    user.run()
    user.run()
    user.run("--uninstall")
    assert user.files() == set()


def test_folders_that_were_there_stay(user: User) -> None:
    (user.home / ".local" / "bin").mkdir(parents=True)
    user.run()
    user.run("--uninstall")
    assert user.files() == {".local", ".local/bin"}


def test_it_is_uninstalled_by_the_script_that_was_installed(user: User) -> None:
    user.run()
    shutil.rmtree(user.unpacked)
    assert user.run("--uninstall", program=str(user.home / ".local/lib/diarist/install.sh")).returncode == 0
    assert not (user.home / ".local" / "bin" / "diarist").is_symlink()


def test_a_later_version_takes_the_place_of_an_earlier(user: User) -> None:
    user.run()
    gone = user.home / ".local" / "lib" / "diarist" / "_internal" / "of-the-earlier"
    gone.write_text("")
    assert user.run().returncode == 0
    assert not gone.exists()


def test_nothing_is_removed_that_was_not_installed(user: User) -> None:
    refused = user.run("--uninstall")
    assert refused.returncode == 1
    assert "not installed" in refused.stdout


def test_the_flatpak_is_made_of_that_archive(archive: Path, tmp_path: Path) -> None:
    shutil.copy(archive, tmp_path)
    text = write_flatpak_manifest(tmp_path / archive.name).read_text()
    manifest = yaml.safe_load(text)
    (source,) = manifest["modules"][-1]["sources"]
    write_checksums(tmp_path)
    listed = dict(reversed(line.split()) for line in (tmp_path / "SHA256SUMS").read_text().splitlines())
    assert source["path"] == archive.name
    assert source["sha256"] == listed[archive.name]
    assert "SHA256SUMS" not in listed


def test_flatpak_builder_knows_all_of_its_manifest(archive: Path) -> None:
    if (builder := shutil.which("flatpak-builder")) is None:
        pytest.skip("flatpak-builder is not installed")
    shown = subprocess.run(
        [builder, "--show-manifest", write_flatpak_manifest(archive)],
        cwd=archive.parent,  # where it leaves a cache
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Unknown" not in shown.stderr
    assert archive.name in shown.stdout
