"""A private file: whole or not at all, for one user, and without a trace."""

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_app.core.known_voices import private_file
from desktop_app.core.known_voices.private_file import remove_for_good, write_privately

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are the profile's there")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "file"


@posix
def test_file_and_folder_are_the_owners_alone_whatever_they_were(path: Path) -> None:
    before = os.umask(0)
    try:
        write_privately(path, b"one")
        assert (modes(path.parent), modes(path)) == (0o700, 0o600)
        path.chmod(0o644)
        path.parent.chmod(0o755)
        write_privately(path, b"two")
        assert (modes(path.parent), modes(path)) == (0o700, 0o600)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def modes(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_what_was_there_is_overwritten(path: Path) -> None:
    write_privately(path, b"anna" * 1000)
    with path.open("rb") as old:
        write_privately(path, b"ben")
        assert old.read() == bytes(4000)
        remove_for_good(path)
    assert not path.exists()


@posix
def test_what_is_removed_is_overwritten_first(path: Path) -> None:
    write_privately(path, b"anna")
    with path.open("rb") as old:
        remove_for_good(path)
        assert old.read() == bytes(4)
    remove_for_good(path)


@posix
def test_a_link_is_removed_without_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    remove_for_good(tmp_path / "link")
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"


def test_a_write_that_fails_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_privately(path, b"anna")

    def refuse(new: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_file, "put_in_place", refuse)
    with pytest.raises(OSError, match="No space"):
        write_privately(path, b"ben")
    assert path.read_bytes() == b"anna"
    assert list(path.parent.iterdir()) == [path]
