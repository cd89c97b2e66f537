"""The index follows what happens to projects on the disk."""

import json
import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

import pytest
from made_projects import Reader, write_project

from desktop_app.core.library.index import LibraryIndex
from desktop_app.core.library.scan import is_seen_from
from desktop_app.core.library.sync import read_into, sync
from desktop_app.core.library.values import Change, ChangeKind

ADDED, CHANGED, MOVED = ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.MOVED
REMOVED, UNREADABLE = ChangeKind.REMOVED, ChangeKind.UNREADABLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "projects"
    made.mkdir()
    return made


def synced(
    index: LibraryIndex, folder: Path, outside: Collection[Path] = (), read: Reader | None = None
) -> list[Change]:
    return [change for change in sync(index, [folder], outside, read or Reader()) if change is not None]


def names(index: LibraryIndex) -> list[str]:
    return [entry.name for entry in index.entries()]


def test_projects_are_found_in_the_folder_and_a_little_below_the_last_changed_first(
    index: LibraryIndex, folder: Path
) -> None:
    paths = [
        write_project(folder / "one.diarist", "One", "apples", age_s=3),
        write_project(folder / "two" / "Two.DIARIST", "Two", age_s=1),
        write_project(folder / "two" / "three" / "three.diarist", "Three", age_s=2),
    ]
    write_project(folder / "two" / "three" / "four" / "four.diarist", "Four")
    write_project(folder / ".diarist-x.part" / "new.diarist", "Hidden")
    write_project(folder / ".hidden.diarist", "Hidden")
    (folder / "notes.txt").write_text("no project")
    assert synced(index, folder) == [Change(ADDED, paths[number]) for number in (1, 2, 0)]
    assert index.search("apples").recordings
    assert sorted(names(index)) == ["One", "Three", "Two"]


@pytest.mark.parametrize(
    "name",
    [
        "one.diarist",
        "one.DIARIST",
        "one.sqlite",
        "a/b/one.diarist",
        "a/b/c/one.diarist",
        ".one.diarist",
        ".a/one.diarist",
        "../one.diarist",
    ],
)
def test_what_is_said_to_be_found_in_a_folder_is_found(index: LibraryIndex, folder: Path, name: str) -> None:
    path = write_project(folder / name, "One")
    assert bool(synced(index, folder)) is is_seen_from(folder, path)


def test_only_what_has_changed_is_read_again(index: LibraryIndex, folder: Path) -> None:
    for name in ("one", "two", "three"):
        write_project(folder / f"{name}.diarist", name)
    synced(index, folder)
    read = Reader()
    assert synced(index, folder, read=read) == []
    assert read.read == []
    changed = write_project(folder / "two.diarist", "two", "more words", age_s=-50)
    assert synced(index, folder, read=read) == [Change(CHANGED, changed)]
    assert read.read == [changed]


def test_a_change_within_the_same_moment_is_seen(index: LibraryIndex, folder: Path) -> None:
    path = folder / "one.diarist"
    path.write_text(json.dumps({"name": "One", "text": "apples"}))
    status = path.stat()
    synced(index, folder)
    path.write_text(json.dumps({"name": "One", "text": "cherry"}))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert synced(index, folder) == [Change(CHANGED, path)]


def test_a_file_that_is_written_and_says_the_same_is_no_change(index: LibraryIndex, folder: Path) -> None:
    path = write_project(folder / "one.diarist", "One")
    synced(index, folder)
    os.utime(path, (1, 1))
    assert synced(index, folder) == []


def test_a_deleted_project_is_removed(index: LibraryIndex, folder: Path) -> None:
    path = write_project(folder / "below" / "one.diarist", "One", "apples")
    synced(index, folder)
    shutil.rmtree(folder / "below")
    assert synced(index, folder) == [Change(REMOVED, path)]
    assert not index.search("apples").recordings


def test_a_renamed_file_is_the_same_project_and_is_not_read_again(index: LibraryIndex, folder: Path) -> None:
    old = write_project(folder / "one.diarist", "One", "apples")
    synced(index, folder)
    new = old.rename(folder / "uno.diarist")
    read = Reader()
    assert synced(index, folder, read=read) == [Change(MOVED, new, old)]
    assert read.read == []
    assert [each.path for each in index.search("apples").recordings] == [new]


def test_a_project_that_was_moved_and_changed_is_told_by_its_id(index: LibraryIndex, folder: Path) -> None:
    old = write_project(folder / "one.diarist", "One", id="7")
    synced(index, folder)
    old.unlink()
    new = write_project(folder / "below" / "one.diarist", "Uno", id="7", age_s=9)
    assert synced(index, folder) == [Change(MOVED, new, old), Change(CHANGED, new)]
    assert names(index) == ["Uno"]


def test_a_copy_is_another_entry(index: LibraryIndex, folder: Path) -> None:
    old = write_project(folder / "one.diarist", "One", id="7")
    synced(index, folder)
    copy = Path(shutil.copy2(old, folder / "copy.diarist"))
    assert synced(index, folder) == [Change(ADDED, copy)]
    assert {entry.path for entry in index.entries()} == {old, copy}


def test_two_files_that_swap_their_names_say_what_they_say(index: LibraryIndex, folder: Path) -> None:
    one = write_project(folder / "one.diarist", "One", age_s=1)
    two = write_project(folder / "two.diarist", "Two", age_s=2)
    synced(index, folder)
    one.rename(folder / "aside")
    two.rename(one)
    (folder / "aside").rename(two)
    assert {change.kind for change in synced(index, folder)} == {CHANGED}
    assert {entry.path: entry.name for entry in index.entries()} == {one: "Two", two: "One"}


@pytest.mark.parametrize("is_passing", [False, True])
def test_what_cannot_be_read_is_listed_with_the_reason_and_tried_again_when_that_may_help(
    index: LibraryIndex, folder: Path, is_passing: bool
) -> None:
    path = folder / "one.diarist"
    path.write_text("nonsense")
    os.utime(path, (1, 1))
    read = Reader(is_passing=is_passing)
    assert synced(index, folder, read=read) == [Change(UNREADABLE, path)]
    assert index.entries()[0].problem == "one.diarist is damaged."
    assert synced(index, folder, read=read) == []
    assert len(read.read) == 1 + is_passing
    write_project(path, "One")
    assert synced(index, folder) == [Change(CHANGED, path)]
    assert index.entries()[0].problem is None


def test_projects_that_lie_elsewhere_are_followed_and_stay_when_they_are_gone(
    index: LibraryIndex, folder: Path, tmp_path: Path
) -> None:
    path = write_project(tmp_path / "desktop" / "one.diarist", "One", "apples")
    assert synced(index, folder, [path]) == [Change(ADDED, path)]
    path.unlink()
    assert synced(index, folder, [path]) == [Change(UNREADABLE, path)]
    (entry,) = index.entries()
    assert (entry.name, entry.problem) == ("One", "The file is not there: it was moved, renamed or deleted.")
    assert index.search("apples").recordings
    assert synced(index, folder, [path]) == []
    assert synced(index, folder) == [Change(REMOVED, path)]


def test_a_drive_that_is_not_connected_keeps_its_projects_also_in_a_new_index(
    index: LibraryIndex, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "drive" / "one.diarist"
    assert synced(index, folder, [path]) == [Change(UNREADABLE, path)]
    (entry,) = index.entries()
    assert entry.name == "one"
    assert entry.problem == f"Its folder {tmp_path / 'drive'} is not there: is a drive not connected?"
    write_project(path, "One")
    assert synced(index, folder, [path]) == [Change(CHANGED, path)]


def test_a_project_that_was_moved_in_from_elsewhere_is_the_same(
    index: LibraryIndex, folder: Path, tmp_path: Path
) -> None:
    old = write_project(tmp_path / "one.diarist", "One")
    synced(index, folder, [old])
    new = old.rename(folder / "one.diarist")
    assert synced(index, folder, [old]) == [Change(MOVED, new, old)]
    assert len(index.entries()) == 1


def test_a_copy_of_one_on_a_drive_that_is_not_connected_is_a_copy(
    index: LibraryIndex, folder: Path, tmp_path: Path
) -> None:
    old = write_project(tmp_path / "drive" / "one.diarist", "One", id="7")
    synced(index, folder, [old])
    (tmp_path / "drive").rename(tmp_path / "unplugged")
    copy = write_project(folder / "one.diarist", "One", id="7")
    assert synced(index, folder, [old]) == [Change(ADDED, copy), Change(UNREADABLE, old)]


def test_a_folder_that_is_not_there_keeps_its_projects(index: LibraryIndex, folder: Path) -> None:
    path = write_project(folder / "one.diarist", "One")
    synced(index, folder)
    folder.rename(folder.with_name("away"))
    assert synced(index, folder) == [Change(UNREADABLE, path)]
    assert index.entries()[0].problem == f"The folder {folder} is not there: is a drive not connected?"
    folder.with_name("away").rename(folder)
    assert synced(index, folder) == [Change(CHANGED, path)]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are closed in another way there")
def test_a_folder_that_may_not_be_looked_into_keeps_its_projects(
    index: LibraryIndex, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_project(folder / "below" / "one.diarist", "One")
    synced(index, folder)
    scandir = os.scandir

    def refusing(looked_into: Path) -> object:
        if looked_into == folder / "below":  # an administrator, as whom tests may run, may look anywhere
            raise PermissionError(13, "Permission denied")
        return scandir(looked_into)

    monkeypatch.setattr(os, "scandir", refusing)
    assert synced(index, folder) == [Change(UNREADABLE, path)]
    assert "cannot be looked into (Permission denied)" in str(index.entries()[0].problem)


def test_links_to_nothing_and_loops_do_no_harm(index: LibraryIndex, folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    (folder / "nothing.diarist").symlink_to(folder / "none")
    assert synced(index, folder) == []


def test_a_sync_that_is_given_up_goes_on_at_the_next(index: LibraryIndex, folder: Path) -> None:
    for number in range(5):
        write_project(folder / f"{number}.diarist", str(number))
    steps = sync(index, [folder], (), Reader())
    next(step for step in steps if step is not None)
    steps.close()
    assert len(index.entries()) == 1
    read = Reader()
    assert len(synced(index, folder, read=read)) == len(read.read) == 4


def test_a_file_that_vanishes_while_it_is_looked_at_is_told_and_gone_next_time(
    index: LibraryIndex, folder: Path
) -> None:
    one, two = (write_project(folder / f"{n}.diarist", n, age_s=age) for age, n in enumerate(("one", "two")))
    steps = (change for change in sync(index, [folder], (), Reader()) if change)
    assert next(steps) == Change(ADDED, one)
    two.unlink()
    assert list(steps) == [Change(UNREADABLE, two)]
    assert synced(index, folder) == [Change(REMOVED, two)]


def test_everything_is_there_again_after_the_index_was_lost(index: LibraryIndex, folder: Path, tmp_path: Path) -> None:
    outside = write_project(tmp_path / "outside.diarist", "Outside", "pears")
    for number in range(4):
        write_project(folder / f"{number}.diarist", str(number), f"apples {number}", day=number)
    (folder / "bad.diarist").write_text("nonsense")
    synced(index, folder, [outside])
    before = (index.entries(), index.search("apples"), index.search("pears"))
    index.rebuild()
    assert index.entries() == ()
    synced(index, folder, [outside])
    assert (index.entries(), index.search("apples"), index.search("pears")) == before


def test_one_project_can_be_read_by_itself(index: LibraryIndex, folder: Path) -> None:
    path = write_project(folder / "one.diarist", "One")
    assert read_into(index, path, Reader()) == Change(ADDED, path)
    assert read_into(index, path, Reader()) is None
    assert synced(index, folder) == []
    path.unlink()
    assert read_into(index, path, Reader()) == Change(UNREADABLE, path)
