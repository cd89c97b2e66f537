"""One writes at a time; all others can read, and are told who writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.project.errors import ProjectChanged, ProjectGone, ProjectInUse, ProjectNotWritable
from desktop_app.core.project.lock import lock_path
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.transcript.edits import History
from project.talks import FACTS, made, renamed, talk

HOLDER = """
import sys
from pathlib import Path
from desktop_app.core.project.opening import open_project
project = open_project(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
project.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Harbour talk.diarist"
    with create_project(path, FACTS) as project:
        project.record_transcript(made())
    return path


def holder(path: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def test_a_second_program_is_told_who_has_it_open_and_can_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")
    with holder(path) as process:
        with pytest.raises(ProjectInUse, match=r"anna on .+, since \d\d:\d\d has it open") as refused:
            open_project(path)
        assert refused.value.path == path
        with open_project(path, read_only=True) as project:
            assert project.text is not None
            assert project.text.transcript == talk()
        process.communicate()
    open_project(path).close()


def test_a_second_window_of_the_same_program_is_refused_as_well(path: Path) -> None:
    with open_project(path) as project:
        with pytest.raises(ProjectInUse):
            open_project(path)
        project.set_voices(b"still mine")


def test_who_reads_only_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with open_project(path, read_only=True) as project, pytest.raises(ProjectNotWritable, match="reading only"):
        project.set_voices(b"x")
    assert path.read_bytes() == before


def test_a_reader_sees_what_is_committed_while_another_writes(path: Path) -> None:
    with open_project(path) as writer:
        state = renamed((History(), talk()), "Anna")
        writer.record_history(*state)
        with open_project(path, read_only=True) as reader:
            assert reader.text is not None
            assert reader.text.transcript == state[1]


def test_the_lock_of_a_program_that_was_killed_is_free(path: Path) -> None:
    with holder(path) as process:
        process.kill()
        process.communicate()
    assert lock_path(path).exists()
    open_project(path).close()
    assert not lock_path(path).exists()


def test_a_deleted_project_is_noticed_and_nothing_is_lost_from_memory(path: Path) -> None:
    project = open_project(path)
    path.unlink()
    state = renamed((History(), talk()), "Anna")
    with pytest.raises(ProjectGone, match="moved, renamed or deleted"):
        project.record_history(*state)
    assert project.text is not None
    assert project.text.transcript == state[1]
    project.release()


def test_what_failed_is_written_with_the_next_change(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    with open_project(path) as project:
        path.rename(elsewhere)
        state = renamed((History(), talk()), "Anna")
        with pytest.raises(ProjectGone):
            project.record_history(*state)
        elsewhere.rename(path)
        project.set_voices(b"voices")
        project.release()
    with open_project(path) as project:
        assert project.text is not None
        assert (project.text.transcript, project.voices) == (state[1], b"voices")


def test_an_equal_file_put_in_its_place_is_written_to(path: Path) -> None:
    with open_project(path) as project:
        copy = path.with_name("copy")
        copy.write_bytes(path.read_bytes())
        copy.replace(path)
        project.set_voices(b"voices")
    with open_project(path) as project:
        assert project.voices == b"voices"


def test_another_file_put_in_its_place_is_left_as_it_is(path: Path) -> None:
    older = path.read_bytes()
    with open_project(path) as project:
        project.set_voices(b"voices")
        path.with_name("older").write_bytes(older)
        path.with_name("older").replace(path)
        with pytest.raises(ProjectChanged, match="another program"):
            project.set_voices(b"other voices")
        project.release()
    assert path.read_bytes() == older


@pytest.mark.parametrize("content", [b"", b"no database" * 1000])
def test_what_is_no_project_any_more_is_left_as_it_is(path: Path, content: bytes) -> None:
    with open_project(path) as project:
        path.unlink()
        path.write_bytes(content)
        with pytest.raises(ProjectChanged):
            project.set_voices(b"voices")
        project.release()
    assert path.read_bytes() == content


def test_changes_through_another_connection_are_noticed(path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with open_project(path) as project:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("DELETE FROM steps")
        with pytest.raises(ProjectChanged):
            project.set_voices(b"voices")
        project.release()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_takes_no_lock_lets_the_project_be_read(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(ProjectNotWritable, match="takes no lock"):
            open_project(path)
        open_project(path, read_only=True).close()
    finally:
        path.parent.chmod(0o700)


def test_a_full_disk_is_told_and_nothing_is_lost_from_memory(path: Path) -> None:
    with open_project(path) as project:
        connection = project._connection
        assert connection is not None
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ProjectNotWritable, match="full"):
            project.set_voices(bytes(1_000_000))
        assert project.voices == bytes(1_000_000)
        project.release()
    with open_project(path) as project:
        assert project.voices is None
