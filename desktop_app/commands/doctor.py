"""`diarist doctor`: is everything here, and does it work?"""

import argparse

from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "doctor",
        help="check every engine",
        description="Try every engine, and all that they hang on: packages, models, the graphics card, the microphone, "
        "the remote diarizer. Each has a line, with what to do where it does not work. The exit status is 1 where "
        "something would stand in for what is chosen.",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument(
        "--diagnostics",
        action="store_true",
        help="to send to somebody who helps: no names, no paths, no text",
    )
    parser.add_argument("--prepare-again", action="store_true", help="first prepare the models for this computer anew")
    parser.add_argument("--parts", action="store_true", help="instead: can every part of the program be loaded?")


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    if asked.parts:
        from desktop_app.terminal.parts import print_parts

        return OK if print_parts() else SOME_FAILED
    from desktop_app.terminal.doctor import Form, print_report

    form = Form.JSON if asked.json else Form.DIAGNOSTICS if asked.diagnostics else Form.TEXT
    return OK if print_report(form, prepare_again=asked.prepare_again) else SOME_FAILED
