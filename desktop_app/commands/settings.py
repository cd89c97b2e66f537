"""`diarist settings`: what is chosen for good, and how to choose otherwise."""

import argparse

from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.status import OK
from desktop_app.commands.subcommands import Subparsers

_EXAMPLES = """\
examples:
  diarist settings                                     everything that is chosen
  diarist settings embedding.source onnx               tell voices apart on the processor
  diarist settings remote.url https://gpu.example:8443
  diarist settings remote.allowed true                 let another computer be sent voices
  diarist settings asr.vocabulary "Anna Berg, Diarist"
  diarist settings embedding.source --usual            as it was at first
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "settings",
        help="show or change what is chosen for good",
        description="Show every setting, or the one of this KEY, or give it a VALUE. The file holds only what differs "
        "from the usual.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument("key", nargs="?", metavar="KEY", help="such as asr.language; without it, all are shown")
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("value", nargs="?", metavar="VALUE", help="what it is to be; several with commas between them")
    wanted.add_argument("--usual", action="store_true", help="give it its usual value again")


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.settings import change, show

    if asked.usual and not asked.key:
        parser.error("--usual needs the KEY of a setting")
    if asked.usual:
        change(asked.key, None)
    elif asked.value is not None:
        change(asked.key, asked.value)
    else:
        show(asked.key)
    return OK
