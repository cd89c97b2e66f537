"""A program that makes a project, changes it and saves it elsewhere, and says after each of it that it is done.

It is run by itself, and does each work that it is told of in a process that is killed.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.project.copying import save_as
from desktop_app.core.project.opening import create_project, open_project
from desktop_app.core.transcript.edits import History
from project.old_version import MIGRATIONS
from project.talks import FACTS, made, renamed, talk

BASE = talk(60, words=10)


def say(text: str) -> None:
    print(text, flush=True)


def change(folder: Path) -> None:
    """Edit one project without end."""
    with create_project(folder / "talk.diarist", FACTS) as project:
        project.record_transcript(made(BASE))
        say("made")
        state = (History(), BASE)
        for number in range(100_000):
            state = renamed(state, f"Name {number}")
            project.record_history(*state)
            say(f"{number}")
            if number % 10 == 9:
                project.write_snapshot()


def create(folder: Path) -> None:
    """Make one project after the other."""
    for number in range(100_000):
        create_project(folder / f"{number}.diarist", FACTS).close()
        say(f"{number}")


def save_elsewhere(folder: Path) -> None:
    """Save a project under one name after the other, each time with one edit more."""
    with create_project(folder / "talk.diarist", FACTS) as project:
        project.record_transcript(made(BASE))
        state = (History(), BASE)
        for number in range(100_000):
            state = renamed(state, f"Name {number}")
            project.record_history(*state)
            save_as(project, folder / f"{number}.diarist")
            say(f"{number}")


def bring_up_to_date(folder: Path) -> None:
    """Open one project of an earlier version after the other."""
    for path in sorted(folder.glob("*.diarist")):
        open_project(path, migrations=MIGRATIONS).close()
        say(path.name)


WORK: dict[str, Callable[[Path], None]] = {
    each.__name__: each for each in (change, create, save_elsewhere, bring_up_to_date)
}

DEAD = "dead"


def beget() -> None:
    """For every line, a work and a folder, have a process that says its number and does the work, until it is dead.

    It is a copy of this one: so it need not import everything first.
    """
    for line in sys.stdin:
        work, folder = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            say(str(os.getpid()))
            WORK[work](Path(folder))
            signal.pause()
        os.waitpid(child, 0)
        say(DEAD)


if __name__ == "__main__":
    beget()
