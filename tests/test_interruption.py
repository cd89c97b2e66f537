"""Signals end the program wherever it is, and nothing temporary stays."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

_BEGIN = """
import os, signal, sys
from pathlib import Path
from desktop_app import interruption
from desktop_app.core.store.temporary_files import clear_leftovers, temporary
interruption.take_over_signals()
interruption.do_at_the_end(clear_leftovers)
"""


@pytest.fixture(autouse=True)
def _signals_reach_children() -> Iterator[None]:
    """A child started where Ctrl+C is ignored ignores it too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def outcome(body: str, cwd: Path) -> tuple[int, str, str]:
    """Exit status, output and errors of a process that begins as the program does."""
    ran = subprocess.run([sys.executable, "-c", _BEGIN + body], cwd=cwd, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_before_there_is_anything_to_keep_ends_the_process_and_clears_up(
    name: str, status: int, tmp_path: Path
) -> None:
    body = f"""
with temporary(Path("half.part")) as file, temporary(Path("folder.part")) as folder:
    file.touch()
    folder.mkdir()
    try:
        signal.raise_signal(signal.{name})
    except BaseException:
        print("raised")
"""
    assert outcome(body, tmp_path) == (status, "", "Cancelled.\n")
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_something_to_keep_it_is_raised_and_the_second_one_ends_the_process(tmp_path: Path) -> None:
    body = """
interruption.respond_by(interruption.Response.RAISE)
try:
    signal.raise_signal(signal.SIGTERM)
except KeyboardInterrupt:
    print("kept", interruption.status())
signal.raise_signal(signal.SIGINT)
print("not reached")
"""
    assert outcome(body, tmp_path) == (143, "kept 143\n", "Cancelled.\n")


def test_an_exception_that_was_lost_on_the_way_is_raised_again(tmp_path: Path) -> None:
    body = """
interruption.respond_by(interruption.Response.RAISE)
try:
    signal.raise_signal(signal.SIGINT)
except BaseException:
    pass
try:
    interruption.check()
except KeyboardInterrupt:
    print("raised again")
"""
    assert outcome(body, tmp_path) == (0, "raised again\n", "")


def test_what_is_done_in_one_go_is_done_first(tmp_path: Path) -> None:
    body = """
with interruption.waiting():
    signal.raise_signal(signal.SIGINT)
    print("done")
print("not reached")
"""
    assert outcome(body, tmp_path) == (130, "done\n", "Cancelled.\n")


def test_a_signal_that_is_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert outcome("signal.raise_signal(signal.SIGINT)\nprint('here')", tmp_path) == (0, "here\n", "")
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_while_the_program_is_imported_a_signal_ends_it_without_a_traceback(number: int, tmp_path: Path) -> None:
    # Until the interpreter itself is up, no program can answer; the system does then, as main has it do at first.
    begin = """
import signal
from desktop_app.cli import main
signal.signal(signal.SIGINT, signal.SIG_DFL)
print("up", flush=True)
main()
"""
    for moment_s in (0.01, 0.04, 0.1, 0.15, 0.25):
        # It reads its vocabulary from a pipe that nobody writes to, so it never comes to an end by itself.
        with subprocess.Popen(
            [sys.executable, "-c", begin, "transcribe", "talk.wav", "--vocabulary", "/dev/stdin"],
            cwd=tmp_path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"up\n"
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(moment_s)
            process.send_signal(number)
            assert process.wait(timeout=10) in (128 + number, -number)
            assert process.stderr is not None
            assert b"Traceback" not in process.stderr.read()
