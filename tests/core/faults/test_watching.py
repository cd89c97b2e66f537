"""Processes that crash, and what is found of them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.faults.crash_reports import KEPT, gather, of_a_part, report_error, reports
from desktop_app.core.faults.crash_watch import watched_folder
from desktop_app.core.faults.log_file import log_file

_SEGFAULT = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
_IN_A_THREAD = """
import threading
def whisper():
    raise ValueError("a secret of Anna")
thread = threading.Thread(target=whisper)
thread.start(); thread.join()
"""


def run_watched(code: str, name: str = "window", *, folder: Path) -> subprocess.CompletedProcess[str]:
    script = folder / "anna_interview.py"
    script.write_text(f"from desktop_app.core.faults.watching import watch_process\nwatch_process({name!r})\n{code}\n")
    return subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60)


def left() -> list[Path]:
    return list(watched_folder().iterdir())


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_a_process_that_is_shot_down_inside_native_code_leaves_a_report(tmp_path: Path) -> None:
    ended = run_watched(_SEGFAULT, folder=tmp_path)
    assert ended.returncode == -signal.SIGSEGV
    gather()
    (report,) = reports()
    text = report.read_text(encoding="utf-8")
    assert "Fatal Python error: Segmentation fault" in text
    assert "process: window" in text
    assert "Diarist: " in text
    assert "system: " in text
    assert "anna_interview, line 3 in <module>" in text
    assert str(tmp_path) not in text
    assert "/" not in text.partition("Fatal")[2]
    assert not of_a_part(report)
    assert left() == []


def test_an_error_in_a_thread_leaves_a_report_without_what_it_says(tmp_path: Path) -> None:
    ended = run_watched(_IN_A_THREAD, "diarist-engine", folder=tmp_path)
    assert "a secret of Anna" in ended.stderr  # as Python says it, to whoever looks at the terminal
    (report,) = reports()
    text = report.read_text(encoding="utf-8")
    assert "in whisper" in text
    assert "ValueError" in text
    assert "secret" not in text
    assert str(tmp_path) not in text
    assert of_a_part(report)
    assert "ValueError" in log_file().read_text(encoding="utf-8")
    assert left() == []


def test_an_error_that_ends_the_process_leaves_a_report_with_its_cause(tmp_path: Path) -> None:
    code = "try:\n    open('/nowhere/anna.wav')\nexcept OSError as error:\n    raise RuntimeError('Anna') from error"
    run_watched(code, folder=tmp_path)
    text = reports()[0].read_text(encoding="utf-8")
    assert "FileNotFoundError (ENOENT)\nwhich led to:" in text
    assert "anna.wav" not in text
    assert "Anna" not in text


def test_a_process_that_ends_as_it_should_leaves_nothing(tmp_path: Path) -> None:
    assert run_watched("", folder=tmp_path).returncode == 0
    assert left() == []
    assert reports() == ()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_a_process_that_was_merely_ended_is_no_crash(tmp_path: Path) -> None:
    run_watched("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", folder=tmp_path)
    assert left()
    gather()
    assert left() == []
    assert reports() == ()


def test_a_process_that_lives_is_left_alone(tmp_path: Path) -> None:
    code = "import sys; print('here', flush=True); sys.stdin.read()"
    script = tmp_path / "alive.py"
    script.write_text(f"from desktop_app.core.faults.watching import watch_process\nwatch_process('window')\n{code}\n")
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        before = sorted(left())
        gather()
        assert sorted(left()) == before
        process.communicate("", timeout=20)
    assert left() == []


def test_only_the_newest_reports_are_kept() -> None:
    for number in range(KEPT + 3):
        report_error(ValueError(number))
    assert len(reports()) == KEPT


def test_where_there_is_no_room_for_a_watch_the_process_works_all_the_same(tmp_path: Path) -> None:
    watched_folder().parent.parent.mkdir(parents=True, exist_ok=True)
    watched_folder().parent.write_text("a file where the folder would be")
    ended = run_watched("print('done')", folder=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "done\n", "")


def test_a_lock_of_nothing_is_cleared_away() -> None:
    watched_folder().mkdir(parents=True)
    (watched_folder() / "diarist-library-00000000.lock").touch()
    gather()
    assert left() == []
