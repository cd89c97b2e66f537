"""`diarist doctor`: is everything here, and does it work?"""

import argparse

from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser("doctor", help="check every engine")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--prepare-again", action="store_true", help="first prepare the models for this computer anew")
    parser.add_argument("--parts", action="store_true", help="instead: can every module be loaded, now and later?")


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    if asked.parts:
        from desktop_app.terminal.parts import print_parts

        return OK if print_parts() else SOME_FAILED
    from desktop_app.terminal.doctor import print_report

    return OK if print_report(as_json=asked.json, prepare_again=asked.prepare_again) else SOME_FAILED
