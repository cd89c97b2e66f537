"""What comes through a pipe is a recording like any other, and nothing of it stays."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.store.piped_input import STANDARD_INPUT, as_file, incoming_folder, is_stream, known_as

SOUND = bytes(range(256)) * 9000


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    """A pipe that somebody else writes into; whatever they cannot get rid of, they give up."""
    path = tmp_path / "talk.mp3"
    os.mkfifo(path)

    def write() -> None:
        with path.open("wb") as writer:
            try:
                writer.write(SOUND)
                writer.flush()
            except BrokenPipeError:
                return

    thread = Thread(target=write, daemon=True)
    thread.start()
    yield path
    thread.join(30)


@contextmanager
def standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    (folder / "sent").write_bytes(data)
    with (folder / "sent").open() as sent:
        monkeypatch.setattr("sys.stdin", sent)
        yield


def test_a_file_is_itself(tmp_path: Path) -> None:
    with as_file(tmp_path / "talk.wav") as file:
        assert file == tmp_path / "talk.wav"
    assert not incoming_folder().exists()


def test_a_pipe_becomes_a_file_of_its_name_that_is_gone_afterwards(pipe: Path) -> None:
    assert is_stream(pipe)
    with as_file(pipe) as file:
        assert file.name == "talk.mp3"
        assert incoming_folder() in file.parents
        assert file.read_bytes() == SOUND
    assert list(incoming_folder().iterdir()) == []


def test_standard_input_is_read_whatever_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with standard_input(SOUND, monkeypatch, tmp_path), as_file(STANDARD_INPUT) as file:
        assert file.read_bytes() == SOUND


def test_more_than_there_is_room_for_is_refused_and_not_kept(pipe: Path) -> None:
    with (
        pytest.raises(AudioError, match=r"talk\.mp3: more than 0\.0 GB come through it, .* than there is room for$"),
        as_file(pipe, most_bytes=1000),
    ):
        pass
    assert list(incoming_folder().iterdir()) == []


def test_nobody_waits_for_what_a_person_would_have_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    with pytest.raises(AudioError, match=r"^stdin: nothing is sent to it"), as_file(STANDARD_INPUT):
        pass


def test_what_is_wrong_with_it_is_told_of_the_pipe(pipe: Path) -> None:
    with pytest.raises(AudioError, match=r"talk\.mp3: it is no sound$") as raised, as_file(pipe) as file:
        raise AudioError(file, "it is no sound")
    assert raised.value.path == pipe


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("-", "stdin"),
        ("/dev/stdin", "stdin"),
        ("/dev/fd/63", "pipe 63"),
        ("/proc/self/fd/7", "pipe 7"),
        ("/home/anna/talk.wav", "/home/anna/talk.wav"),
        ("talk.wav", "talk.wav"),
    ],
)
def test_what_lies_in_no_folder_of_a_user_is_known_by_a_name_in_the_working_folder(path: str, known: str) -> None:
    assert known_as(Path(path)) == Path(known)


def test_what_a_killed_process_had_to_leave_is_removed_by_the_next_one(
    pipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = "import sys, pathlib; from desktop_app.core.store.piped_input import as_file\n"
    hold += "with as_file(pathlib.Path(sys.argv[1])) as file: print(file.parent, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(pipe)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        folder = Path(other.stdout.readline().strip())
        for is_there in (True, False):
            os.utime(folder, (0, 0))
            with standard_input(SOUND, monkeypatch, tmp_path), as_file(STANDARD_INPUT):
                assert folder.exists() == is_there
            other.kill()
            other.wait()
    assert list(incoming_folder().iterdir()) == []
