"""`diarist recluster`: other speakers for a finished transcript."""

import argparse
from pathlib import Path

from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.options import add_format, add_speaker_options, job_options
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.project.places import is_project

_EXAMPLES = """\
examples:
  diarist recluster talk.diarist --speakers 5               in the project, to be undone in the window
  diarist recluster talk.diarist --speakers 5 --out new.srt
  diarist recluster talk.json --speakers 5                  talk.recluster.json, .txt and so on
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "recluster",
        help="change the number of speakers of a transcript, without transcribing again",
        description="Decide anew who speaks in a project, or in a transcript that Diarist exported as JSON. The words "
        "stay, names that were given stay with their voices. A project takes it as an edit, which can be undone in the "
        "window, unless --out or --format ask for exports. It takes the voices in the project, or those that `diarist "
        "transcribe` kept in your cache folder (`--forget-voices` keeps none): elsewhere, or when they were dropped "
        "for newer ones, transcribe the recording again.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument("transcript", type=Path, metavar="FILE", help="a project (.diarist) or a transcript (.json)")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE_OR_DIR",
        help="folder for the exports, or one file such as new.srt; NAME.recluster.* beside the transcript if left out",
    )
    parser.add_argument("--replace", action="store_true", help="replace files that are there")
    add_format(parser, usual=None)
    add_speaker_options(parser)


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    options = job_options(parser, asked)
    from desktop_app.terminal.recluster import recluster_file

    if asked.out is not None and is_project(asked.out) and not asked.out.is_dir():
        parser.error(f"--out {asked.out}: a project takes other speakers as an edit, without --out")
    done = recluster_file(asked.transcript, asked.out, asked.format, options, replace_files=asked.replace)
    return OK if done else SOME_FAILED
