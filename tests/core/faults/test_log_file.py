"""The log: what it holds, what it never holds, and how it stays small."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from desktop_app.core.faults.log_file import SharedLog
from desktop_app.core.faults.plain_words import OwnWord, module_of


class Stage(Enum):
    LOADING = "x"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log" / "diarist.log"


@pytest.fixture
def log(path: Path) -> Iterator[logging.Logger]:
    own = logging.getLogger("desktop_app.a_part")
    handler = SharedLog(path, "window", room_bytes=2000)
    own.addHandler(handler)
    yield own
    own.removeHandler(handler)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_line_says_when_where_and_what(log: logging.Logger, path: Path) -> None:
    log.warning("not enough memory for %d clips", 8)
    assert " window WARNING desktop_app.a_part, line " in text(path)
    assert text(path).endswith(": not enough memory for 8 clips\n")


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        (Path("/home/anna/Anna Berg.wav"), "<PosixPath>" if sys.platform != "win32" else "<WindowsPath>"),
        ("Anna Berg said hello", "<str>"),
        (["Anna"], "<list>"),
        (FileNotFoundError(2, "No such file", "Anna.wav"), "FileNotFoundError (ENOENT)"),
        (ValueError("Anna"), "ValueError"),
        (AttributeError("no", name="turns", obj="Anna"), "AttributeError (turns)"),
        (OwnWord("Moonshine"), "Moonshine"),
        (Stage.LOADING, "Stage.LOADING"),
        (None, "None"),
        (0.5, "0.5"),
    ],
)
def test_arguments_are_written_only_where_they_cannot_be_anybodys(
    log: logging.Logger, path: Path, argument: object, written: str
) -> None:
    log.warning("that was: %s", argument)
    assert text(path).endswith(f"that was: {written}\n")


def test_an_error_is_written_as_the_calls_that_led_to_it(log: logging.Logger, path: Path) -> None:
    try:
        raise KeyError("Anna Berg")
    except KeyError:
        log.exception("a request failed")
    assert "a request failed\n" in text(path)
    assert "test_log_file, line " in text(path)
    assert text(path).endswith("KeyError\n")
    assert "Anna" not in text(path)


def test_a_number_that_is_none_loses_no_line(log: logging.Logger, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "propagate", False)  # to who is stricter
    log.warning("%d clips of %s", "Anna", "Berg")
    assert text(path).endswith(": %d clips of %s\n")


def test_it_stays_small(log: logging.Logger, path: Path) -> None:
    for number in range(200):
        log.warning("line %d", number)
    files = sorted(path.parent.glob("diarist.log*"))
    assert [file.name for file in files] == ["diarist.log", "diarist.log.1"]
    assert all(file.stat().st_size <= 2000 for file in files)
    assert text(path).endswith("line 199\n")


def test_several_processes_write_whole_lines_into_one_file(path: Path) -> None:
    code = (
        "import logging, sys; from pathlib import Path; from desktop_app.core.faults.log_file import SharedLog\n"
        "log = logging.getLogger('desktop_app'); log.addHandler(SharedLog(Path(sys.argv[1]), sys.argv[2]))\n"
        "for number in range(100): log.warning('line %d', number)"
    )
    command = [sys.executable, "-c", code, str(path)]
    running = [subprocess.Popen([*command, name]) for name in ("engine", "library")]
    assert [each.wait(timeout=60) for each in running] == [0, 0]
    lines = text(path).splitlines()
    assert len(lines) == 200
    assert all(" WARNING desktop_app, line 3: line " in line for line in lines)


def test_where_it_cannot_be_written_nothing_happens(path: Path, log: logging.Logger) -> None:
    path.parent.write_text("a file where the folder would be")
    log.warning("nobody hears this")


@pytest.mark.parametrize(
    ("path", "module"),
    [
        ("/home/anna/diarist/desktop_app/jobs/engine.py", "desktop_app.jobs.engine"),
        ("/home/anna/.venv/lib/python3.11/site-packages/numpy/core/x.py", "numpy.core.x"),
        ("/usr/lib/python3.11/multiprocessing/spawn.py", "multiprocessing.spawn"),
        (r"C:\Users\Anna\desktop_app\app.py", "desktop_app.app"),
        ("desktop_app/app.py", "desktop_app.app"),
        ("/home/anna/mine.py", "mine"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_modules_are_named_without_where_they_lie(path: str, module: str) -> None:
    assert module_of(path) == module
