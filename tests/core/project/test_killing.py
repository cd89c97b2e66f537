"""Whenever the program is killed, everything that it had said is done is in the file."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.project.project_file import ProjectFile
from desktop_app.core.project.values import WorkState
from project import busy_project
from project.old_version import MIGRATIONS, make_old

KILLS = 25
pytestmark = pytest.mark.slow


class Program:
    """The program, which does each work in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def said_until_killed(self, work: str, folder: Path, chance: random.Random) -> list[str]:
        """Have the work done until it is killed at some moment; what it had said by then."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{work} {folder}\n")
        self._process.stdin.flush()
        child = int(self._line())
        first = [self._line() for _ in range(chance.randrange(1, 6))]
        threading.Event().wait(chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        return [*first, *iter(self._line, busy_project.DEAD)]

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program is gone"
        return line.removesuffix("\n")


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    tests = Path(busy_project.__file__).parents[1]
    path = os.pathsep.join([str(tests), os.environ.get("PYTHONPATH", str(tests.parents[1]))])
    with subprocess.Popen(
        [sys.executable, busy_project.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        yield Program(process)


def names_of(project: ProjectFile) -> int:
    """How many edits are done in a project, all of which must be those that were made."""
    assert project.losses == ()
    if project.text is None:
        return 0
    done = project.text.history.done
    if done:
        assert project.text.transcript.speakers[0].name == f"Name {len(done) - 1}"
    return len(done)


def assert_clean(folder: Path) -> None:
    """Nothing but projects is in the folder, once somebody has made one in it."""
    create_project(folder / "last.diarist", busy_project.FACTS).close()
    assert [each.name for each in folder.iterdir() if each.suffix != ".diarist" or each.name.startswith(".")] == []


@pytest.mark.parametrize("seed", range(KILLS))
def test_no_edit_is_lost_that_was_written(tmp_path: Path, program: Program, seed: int) -> None:
    said = program.said_until_killed("change", tmp_path, random.Random(seed))
    with open_project(tmp_path / "talk.diarist") as project:
        assert names_of(project) in {len(said) - 1, len(said)}
    assert_clean(tmp_path)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_project_that_has_its_name_is_whole(tmp_path: Path, program: Program, seed: int) -> None:
    said = program.said_until_killed("create", tmp_path, random.Random(seed))
    found = sorted(tmp_path.glob("[0-9]*.diarist"))
    assert len(found) in {len(said), len(said) + 1}
    for path in found:
        open_project(path).close()
    assert_clean(tmp_path)


@pytest.mark.parametrize("seed", range(KILLS))
def test_saving_elsewhere_leaves_the_old_one_and_all_of_the_new_one_or_nothing(
    tmp_path: Path, program: Program, seed: int
) -> None:
    said = program.said_until_killed("save_elsewhere", tmp_path, random.Random(seed))
    for number in range(len(said)):
        with open_project(tmp_path / f"{number}.diarist") as project:
            assert names_of(project) >= number + 1
    with open_project(tmp_path / "talk.diarist") as project:
        assert names_of(project) == 1
    for path in tmp_path.glob("[0-9]*.diarist"):
        with open_project(path) as project:
            names_of(project)
    assert_clean(tmp_path)


@pytest.fixture(scope="module")
def old_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("old") / "old.diarist"
    make_old(path)
    return path


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_project_is_of_the_old_version_or_of_the_new_one(
    tmp_path: Path, program: Program, old_project: Path, seed: int
) -> None:
    for number in range(16):  # more than it comes to
        shutil.copyfile(old_project, tmp_path / f"{number:02}.diarist")
    program.said_until_killed("bring_up_to_date", tmp_path, random.Random(seed))
    for path in tmp_path.glob("*.diarist"):
        with open_project(path, migrations=MIGRATIONS) as project:
            assert project.losses == ()
            assert project.facts.work.state is WorkState.DONE
            assert project.text is not None
            assert project.text.transcript.speakers[0].name == "Anna"
    assert_clean(tmp_path)
