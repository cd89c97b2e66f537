"""Many recordings whose results cannot all be written: what is written is whole, the rest is told, and can be done."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scripted_engine_process import LONG_BYTES
from scripted_worklist import Notes, done, plan, times_asked

from desktop_app.core.worklist.done_record import DoneRecord, Outcome
from desktop_app.core.worklist.errors import WorklistError
from desktop_app.core.worklist.items import Item, items_of
from desktop_app.core.worklist.shard import Shard
from desktop_app.terminal.worklist_item import Plan

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk: there is room for results of 200 long recordings."""
    folder = tmp_path / "disk"
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={200 * LONG_BYTES}", "tmpfs", str(folder))
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _mount(*arguments: str) -> None:
    try:
        subprocess.run(["mount", *arguments], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk cannot be mounted here")


@pytest.fixture
def long_recordings(tmp_path: Path) -> Callable[[int], list[Item]]:
    def made(count: int) -> list[Item]:
        folder = tmp_path / "in"
        folder.mkdir()
        for number in range(count):
            (folder / f"long-{number:03}.wav").write_bytes(b"%d" % number)
        return items_of([folder], recursive=False)

    return made


class Troubled(Notes):
    """Something happens when so many are done."""

    def __init__(self, count: int, happens: Callable[[], object]) -> None:
        super().__init__()
        self._count, self._happens = count, happens

    def ended(self, outcome: Outcome) -> None:
        super().ended(outcome)
        if len(self.outcomes) == self._count:
            self._happens()


def whole_results(out: Path) -> list[str]:
    """The names that are written, each with all of its words; nothing else is there."""
    texts = {path.name.split(".")[0]: path.read_text() for path in out.iterdir() if path.is_file()}
    for name, text in texts.items():
        assert f"Anna: {name.ljust(LONG_BYTES, 'x')}" in text
    return sorted(texts)


def assert_rest_is_told_and_can_be_done(items: list[Item], asked: Plan, notes: Notes, written: list[str]) -> None:
    names = [item.path.stem for item in items]
    assert written == names[: len(written)]
    assert {Path(each.name).stem for each in notes.outcomes if each.reason} == set(names[len(written) :])
    again = done(items, replace(asked, resume=True))
    assert [Path(name).stem for name in again.done_before] == written
    assert not any(each.reason for each in again.outcomes)
    assert whole_results(asked.out) == names


def test_a_disk_that_fills_in_the_middle_of_three_hundred(
    disk: Path, tmp_path: Path, long_recordings: Callable[[int], list[Item]]
) -> None:
    items, out = long_recordings(300), disk
    notes = done(items, plan(tmp_path / "record", out))
    written = whole_results(out)
    assert 150 < len(written) < 200
    assert all("disk" in each.reason.casefold() or "space" in each.reason for each in notes.outcomes if each.reason)
    subprocess.run(["mount", "-o", f"remount,size={400 * LONG_BYTES}", str(disk)], check=True)
    assert_rest_is_told_and_can_be_done(items, plan(tmp_path / "record", out), notes, written)


def test_a_disk_that_another_program_fills_although_there_seemed_to_be_room(
    disk: Path, tmp_path: Path, long_recordings: Callable[[int], list[Item]]
) -> None:
    items = long_recordings(60)
    filler, out = disk / "filler", disk / "out"
    out.mkdir()

    def fill() -> None:
        with filler.open("wb") as file:
            file.write(bytes(shutil.disk_usage(disk).free - 150_000))

    notes = done(items, plan(tmp_path / "record", out), Troubled(30, fill))
    written = whole_results(out)
    assert len(written) == 30
    filler.unlink()
    assert_rest_is_told_and_can_be_done(items, plan(tmp_path / "record", out), notes, written)


def test_a_disk_that_may_not_be_written_any_more(
    disk: Path, tmp_path: Path, long_recordings: Callable[[int], list[Item]]
) -> None:
    items = long_recordings(60)
    lock = Troubled(30, lambda: subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True))
    notes = done(items, plan(tmp_path / "record", disk), lock)
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    written = whole_results(disk)
    assert len(written) == 30
    assert_rest_is_told_and_can_be_done(items, plan(tmp_path / "record", disk), notes, written)


def test_a_folder_that_is_another_thing_all_at_once(
    tmp_path: Path, long_recordings: Callable[[int], list[Item]]
) -> None:
    items, out, aside = long_recordings(60), tmp_path / "out", tmp_path / "aside"

    def lose() -> None:
        out.rename(aside)
        out.write_text("no folder")

    notes = done(items, plan(tmp_path / "record", out), Troubled(30, lose))
    out.unlink()
    aside.rename(out)
    written = whole_results(out)
    assert len(written) == 30
    assert_rest_is_told_and_can_be_done(items, plan(tmp_path / "record", out), notes, written)
    assert set(times_asked(tmp_path / "in").values()) == {1}


def test_a_record_that_cannot_be_kept_ends_the_work_and_says_why(disk: Path) -> None:
    with DoneRecord(disk, Shard()) as record:
        record.append(Outcome("a.wav", None, "1", "x"))
        (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free))
        with pytest.raises(WorklistError, match="No space left"):
            record.append(Outcome("b" * 10_000, None, "2", "x"))
