"""`diarist devices`: what can be recorded?"""

import argparse

from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "devices",
        help="list what can be recorded",
        description="List every microphone, and what the computer itself plays where the system offers that.",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.devices import print_inputs

    return OK if print_inputs(as_json=asked.json) else SOME_FAILED
