"""`diarist sample`: try it on the recording that comes along."""

import argparse
import sys
from pathlib import Path

from desktop_app.commands.export_choice import options_in_words
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.commands.transcribe import add_transcription_options, transcribe_files
from desktop_app.interruption import leave_signals_to_the_system
from desktop_app.printing.all_formats import ALL_FORMATS


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "sample",
        help="transcribe the sample: in the window, or here if there is no screen",
        description="Transcribe the recording that comes along: in the window, or as `diarist transcribe` does, whose "
        "options are these, where there is no screen or with --no-window.",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", default=Path("out"), help="folder for the exports (out)")
    parser.add_argument("--no-window", action="store_true", help="stay in the terminal")
    add_transcription_options(parser)


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.core.models.errors import ModelUnavailable
    from desktop_app.core.models.packaged_models import sample_recording
    from desktop_app.display import has_display

    if asked.list_options:
        print(options_in_words(ALL_FORMATS))
        return OK
    if has_display() and not asked.no_window:
        from desktop_app.app import run as run_window

        leave_signals_to_the_system()
        return run_window([], sample=True)
    try:
        return transcribe_files(parser, asked, [sample_recording()])
    except ModelUnavailable as error:
        print(error, file=sys.stderr)
        return SOME_FAILED
