"""A window and a command may have the index at the same time, and either may be killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_projects import project, said

import desktop_app
from desktop_app.core.library.index import LibraryIndex

PLACES = (Path(desktop_app.__file__).parents[1], Path(__file__).parent)


@contextmanager
def writing(index: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that is in the middle of writing; killed in the end."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, PLACES))}
    command = [sys.executable, "-m", "writing_process", str(index)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(7):
            assert process.stdout.readline().strip().isdigit()
        try:
            yield process
        finally:
            process.kill()


def test_both_may_write_and_search(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with writing(path), LibraryIndex(path) as index:
        for number in range(100):
            index.put(Path(f"/mine/{number}.diarist"), project(f"mine {number}", [said("apples")]))
            assert index.search("apples", limit=1000).recordings
        assert len(index.entries()) == 105
        assert index.remade == 0


def test_one_that_is_killed_leaves_it_usable(tmp_path: Path) -> None:
    path = tmp_path / "index"
    for _ in range(3):
        with writing(path):
            pass
    with LibraryIndex(path) as index:
        assert len(index.entries()) == 5
        assert sum(len(each.hits) + each.more for each in index.search("apples").recordings) == 1000
        assert index.remade == 0
