"""Every command of `diarist`, and what is true of all of them."""

import argparse
import sys
from collections.abc import Mapping, Sequence

from desktop_app import __version__, interruption
from desktop_app.chosen_language import opens_the_window
from desktop_app.commands import (
    archive,
    captions,
    devices,
    doctor,
    evaluate,
    export,
    import_transcript,
    models,
    open,  # noqa: A004  as it is typed
    recluster,
    repair,
    sample,
    serve,
    settings,
    transcribe,
)
from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.status import OK, SOME_FAILED, USAGE
from desktop_app.commands.subcommands import Command
from desktop_app.core.faults.crash_reports import WINDOW, gather
from desktop_app.core.faults.crash_watch import end_watch
from desktop_app.core.faults.watching import watch_process
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.temporary_files import clear_leftovers
from desktop_app.terminal.standard_streams import open_standard_streams, output_fault

_COMMANDS: Mapping[str, Command] = {
    "transcribe": transcribe,
    "recluster": recluster,
    "export": export,
    "import": import_transcript,
    "repair": repair,
    "sample": sample,
    "open": open,
    "captions": captions,
    "devices": devices,
    "doctor": doctor,
    "models": models,
    "settings": settings,
    "serve": serve,
    "evaluate": evaluate,
    "archive": archive,
}

_EXAMPLES = """\
examples:
  diarist                                        open the window
  diarist open interview.m4a                     open the window and transcribe a recording
  diarist transcribe interview.m4a               in the terminal; exports go beside the recording
  diarist transcribe *.mp3 --out texts --format txt,srt
  diarist transcribe panel.wav --speakers 4      exactly four people speak
  diarist recluster panel.json --speakers 5      no, five: from the voices that were kept, in a moment
  diarist export panel.diarist --format srt      what a project holds, in files for other programs
  diarist import panel.srt                       correct what another program wrote of panel.wav
  diarist repair panel.diarist                   a good copy of a project that is damaged
  diarist sample                                 try it on the recording that comes along
  diarist captions                               write down who says what, while it is said
  diarist devices                                what can be recorded?
  diarist doctor                                 is everything here, and does it work?
  diarist models list                            which models are here, and which can be had
  diarist settings                               what is chosen, and how to choose otherwise
  diarist serve                                  tell voices apart for other computers
  diarist archive report texts                   what has become of an archive, and an index of all its words
  diarist evaluate talks                         how right is it, where the truth lies beside the recordings?
"""


def run(arguments: Sequence[str] | None) -> int:
    """Run the command line; the exit status: 0, 1 (some file failed), 2 (wrong usage), 130 or 143 (interrupted)."""
    open_standard_streams()
    interruption.do_at_the_end(_leave_nothing)
    status = _status(arguments)
    if fault := output_fault():
        print(f"diarist: {fault}", file=sys.stderr)
        return status or SOME_FAILED
    return status


def _leave_nothing() -> None:
    clear_leftovers()
    end_watch()


def _status(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        asked = parser.parse_args(arguments)
        if arguments is None:
            watch_process(WINDOW if opens_the_window(sys.argv[1:]) else "command")
            gather()
        return _COMMANDS[asked.command or "open"].run(parser, asked)
    except SystemExit as ended:  # argparse has said what there is to say
        return ended.code if isinstance(ended.code, int) else OK
    except SettingsError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return interruption.status()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diarist",
        description="Turn recordings into transcripts that say who said what. Everything stays on this computer.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument("--version", action="version", version=f"diarist {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for command in _COMMANDS.values():
        command.add(commands)
    return parser
