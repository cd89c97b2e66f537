"""A file is written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.core.store.atomic import copy_atomically, write_atomically

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Writing past `size` bytes fails, as it does on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_bytes_and_stands_alone(tmp_path: Path) -> None:
    target = tmp_path / "talk.txt"
    write_atomically(target, b"a\r\n\x00b")
    assert target.read_bytes() == b"a\r\n\x00b"
    assert names_in(tmp_path) == ["talk.txt"]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "talk.txt"
    target.write_bytes(b"a longer text than the new one")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_reader_of_the_old_file_keeps_it_in_full(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("an open file cannot be replaced here")
    target = tmp_path / "talk.txt"
    target.write_bytes(b"old")
    with target.open("rb") as reader:
        write_atomically(target, b"new")
        assert reader.read() == b"old"


def test_a_failing_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "talk.txt"
    target.write_bytes(b"old")
    with files_of_at_most(100), pytest.raises(OSError, match="too large"):
        write_atomically(target, b"x" * 1000)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["talk.txt"]


def test_a_failing_write_of_a_new_file_leaves_nothing(tmp_path: Path) -> None:
    with files_of_at_most(100), pytest.raises(OSError, match="too large"):
        write_atomically(tmp_path / "talk.txt", b"x" * 1000)
    assert names_in(tmp_path) == []


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").mkdir()
    with pytest.raises(OSError, match=r"talk\.txt"):
        write_atomically(tmp_path / "talk.txt", b"new")
    assert names_in(tmp_path) == ["talk.txt"]
    assert (tmp_path / "talk.txt").is_dir()


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "talk.txt", b"new")
    assert names_in(tmp_path) == []


def test_a_name_of_full_length_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 251 + ".txt")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


@posix_only
def test_a_new_file_honours_the_umask(tmp_path: Path) -> None:
    with umask(0o027):
        write_atomically(tmp_path / "talk.txt", b"new")
    assert mode(tmp_path / "talk.txt") == 0o640


@posix_only
@pytest.mark.parametrize("permissions", [0o600, 0o664, 0o440])
def test_an_existing_file_keeps_its_permissions(tmp_path: Path, permissions: int) -> None:
    target = tmp_path / "talk.txt"
    target.write_bytes(b"old")
    target.chmod(permissions)
    with umask(0o022):
        write_atomically(target, b"new")
    assert mode(target) == permissions
    assert target.read_bytes() == b"new"


@posix_only
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "talk.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names_in(target.parent) == ["talk.txt"]


def test_a_copy_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    copy_atomically(tmp_path / "new", tmp_path / "old")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"new": b"new", "old": b"new"}


def test_a_copy_that_fails_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new" * 100)
    (tmp_path / "old").write_bytes(b"old")
    with files_of_at_most(200), pytest.raises(OSError, match="too large"):
        copy_atomically(tmp_path / "new", tmp_path / "old")
    assert {path.name for path in tmp_path.iterdir()} == {"new", "old"}
    assert (tmp_path / "old").read_bytes() == b"old"
