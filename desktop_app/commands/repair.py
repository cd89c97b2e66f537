"""`diarist repair`: a good copy of a damaged project."""

import argparse
from pathlib import Path

from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "repair",
        help="make a good copy of a damaged project",
        description="Make a good copy beside each project that is damaged, of what can be read of it and of its "
        "backups, and say what is lost. The damaged file stays as it is.",
    )
    parser.add_argument(
        "projects",
        nargs="+",
        type=Path,
        metavar="FILE.diarist",
        help="a project that cannot be opened, or only in part",
    )


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.repair import repair_file

    done = [repair_file(path) for path in asked.projects]
    return OK if all(done) else SOME_FAILED
