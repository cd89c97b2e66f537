"""What comes into a watched folder."""

import os
from pathlib import Path

import pytest

from desktop_app.core.worklist.folder_watch import SETTLED_S, FolderWatch, Look
from desktop_app.core.worklist.taken_record import TakenRecord, taken_file


class Watched:
    """A folder, and a watch that is told what time it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir()
        self.now_s = 0.0
        self.begin_anew()

    def begin_anew(self) -> None:
        """As the program does at its next start."""
        self.record = TakenRecord()
        self.watch = FolderWatch(self.folder, self.record, clock=lambda: self.now_s)

    def put(self, name: str, content: bytes = b"sound") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def look(self, after_s: float = 0.0) -> Look:
        self.now_s += after_s
        return self.watch.look()

    def take(self) -> list[str]:
        """What is new when everything has had its time, by name; it is noted."""
        self.look()
        look = self.look(SETTLED_S)
        self.record.note(look.new)
        return [Path(each.path).relative_to(self.folder).as_posix() for each in look.new]


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "inbox")


def test_a_recording_is_taken_when_it_has_not_changed_for_ten_seconds(watched: Watched) -> None:
    path = watched.put("talk.wav", b"so")
    assert watched.look() == Look(True, (), coming=True)
    watched.put("talk.wav", b"sound")
    assert watched.look(SETTLED_S).new == ()
    assert watched.look(SETTLED_S - 0.1).new == ()
    (new,) = watched.look(0.1).new
    assert (Path(new.path), new.size) == (path, 5)
    assert watched.look().new == (new,)
    watched.record.note([new])
    assert watched.look() == Look(True, (), coming=False)


def test_a_change_of_time_alone_is_a_change(watched: Watched) -> None:
    path = watched.put("talk.wav")
    watched.look()
    os.utime(path, (1, 1))
    assert watched.look(SETTLED_S).new == ()
    assert len(watched.look(SETTLED_S).new) == 1


@pytest.mark.parametrize(
    "name", ["talk.wav.part", "talk.wav.crdownload", "talk.wav.tmp", "notes.txt", ".talk.wav", ".old/talk.wav"]
)
def test_what_is_no_whole_recording_is_not_taken(watched: Watched, name: str) -> None:
    watched.put(name)
    assert watched.take() == []


def test_an_empty_file_and_one_beside_which_its_download_lies_are_waited_for(watched: Watched) -> None:
    watched.put("empty.wav", b"")
    watched.put("talk.wav", b"so")
    part = watched.put("talk.wav.part")
    assert watched.take() == []
    part.replace(watched.folder / "talk.wav")
    watched.put("empty.wav", b"other")
    assert watched.take() == ["empty.wav", "talk.wav"]


def test_folders_in_it_are_looked_into_but_not_those_that_are_passed_over(watched: Watched) -> None:
    watched.put("2026/talk.wav")
    watched.put("ours/other.wav", b"other")
    ours = watched.folder / "ours"
    watched.watch = FolderWatch(watched.folder, watched.record, without=[ours], clock=lambda: watched.now_s)
    assert watched.take() == ["2026/talk.wav"]


def test_the_same_is_not_taken_twice_whatever_it_is_called_and_after_a_restart(watched: Watched) -> None:
    path = watched.put("a.wav")
    watched.put("b.wav")
    assert watched.take() == ["a.wav"]
    path.rename(watched.folder / "renamed.wav")
    watched.put("sub/copy.wav")
    assert watched.take() == []
    watched.begin_anew()
    watched.put("copied again.wav")
    watched.put("new.wav", b"other")
    assert watched.take() == ["new.wav"]


def test_what_is_noted_is_not_read_again(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.put("a.wav")
    watched.take()
    watched.begin_anew()
    monkeypatch.setattr(watched.watch, "_digest", lambda _path: pytest.fail("it is read"))
    assert watched.take() == []


def test_a_folder_that_is_gone_is_told_and_found_again(watched: Watched, tmp_path: Path) -> None:
    watched.put("a.wav")
    watched.folder.rename(tmp_path / "unplugged")
    assert watched.look() == Look(is_there=False)
    (tmp_path / "unplugged").rename(watched.folder)
    assert watched.take() == ["a.wav"]


def test_a_file_that_cannot_be_read_is_waited_for(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.put("a.wav")
    digest = watched.watch._digest

    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(watched.watch, "_digest", refuse)
    assert watched.take() == []
    assert watched.look().coming
    monkeypatch.setattr(watched.watch, "_digest", digest)
    assert len(watched.look().new) == 1


def test_a_stopped_look_takes_nothing(watched: Watched) -> None:
    watched.put("a.wav")
    watched.look()
    watched.watch.stop()
    assert watched.look(SETTLED_S).new == ()


def test_torn_lines_of_the_record_count_as_none(watched: Watched) -> None:
    watched.put("a.wav")
    watched.take()
    with taken_file().open("ab") as file:
        file.write(b'{"path": "to')
    watched.begin_anew()
    watched.put("b.wav", b"other")
    assert watched.take() == ["b.wav"]
    watched.begin_anew()
    assert watched.take() == []
