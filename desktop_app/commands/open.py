"""`diarist open`, or `diarist` alone: the window."""

import argparse
import sys
from pathlib import Path

from desktop_app.commands.status import USAGE
from desktop_app.commands.subcommands import Subparsers
from desktop_app.interruption import leave_signals_to_the_system


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "open",
        help="open the window",
        description="Open the window, and these files in it: recordings are transcribed, the others are shown.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="recordings, folders of them, projects (.diarist), or transcripts as `diarist import` takes them",
    )


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.display import has_display

    if not has_display():
        parser.print_help()
        print("\nThere is no screen here for the window: use `diarist transcribe`.", file=sys.stderr)
        return USAGE
    from desktop_app.app import run as run_window

    leave_signals_to_the_system()  # Qt's event loop is not Python's
    return run_window([path.absolute() for path in getattr(asked, "files", [])])
