"""`diarist evaluate`: error rates and speed on recordings whose truth is known."""

import argparse
import sys
from pathlib import Path

from desktop_app.commands.options import add_hop, names
from desktop_app.commands.status import OK, SOME_FAILED, USAGE
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.diarization.choices import Hop
from desktop_app.core.pipeline.stages import JobOptions


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "evaluate",
        help="measure error rates and speed on recordings whose truth is known",
        description="Every recording below FOLDER that has its speakers in an .rttm of the same name beside it, and "
        "possibly its words in an .stm or a .txt, is worked on and compared with them.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--engine",
        type=names,
        default=("diarist",),
        metavar="LIST",
        help="engines to measure, separated by commas (diarist); a name that is none lists them",
    )
    add_hop(parser)
    parser.add_argument("--no-words", action="store_true", help="diarize only, which is much faster")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.core.evaluation.errors import EvaluationError
    from desktop_app.core.evaluation.system import Setup
    from desktop_app.terminal.evaluate import print_evaluation

    setup = Setup(with_words=not asked.no_words, job=JobOptions(hop=Hop(asked.hop)))
    try:
        return OK if print_evaluation(asked.folder, asked.engine, setup, as_json=asked.json) else SOME_FAILED
    except EvaluationError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return USAGE
