"""`diarist export`: transcripts that are there, in files for other programs."""

import argparse
from pathlib import Path

from desktop_app.commands.export_choice import add_export_choice, export_choice, options_in_words
from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.options import add_format
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.export.clips_by import ClipsBy
from desktop_app.core.export.registry import usual_names
from desktop_app.core.project.export_format import PROJECT_FORMAT
from desktop_app.printing.all_formats import ALL_FORMATS

_EXAMPLES = """\
examples:
  diarist export interview.diarist --format srt          interview.srt beside it
  diarist export *.diarist --out texts --format txt,vtt
  diarist export interview.json --format diarist         a project, which `diarist open` opens
  diarist export interview.diarist --format srt --option srt.line_chars=37
  diarist export interview.diarist --format txt --start 12:30 --end 14:00 --only Anna
  diarist export interview.diarist --preset ELAN
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "export",
        help="write the transcripts of projects to files",
        description="Write the transcripts of projects, as they are now, and of what Diarist exported as JSON, in "
        "other formats, beside each or into the folder of --out. A file is never written in its own format. No file "
        "of yours is replaced, see `diarist transcribe`.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="projects (.diarist), or transcripts as `diarist import` takes them",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the exports")
    parser.add_argument("--replace", action="store_true", help="replace files that are there, also those of others")
    add_format(parser, (*ALL_FORMATS, PROJECT_FORMAT), usually=f"{usual_names()} if not said")
    parser.add_argument(
        "--clips",
        choices=[str(each) for each in ClipsBy],
        help="the recording's sound, too, in a folder 'NAME clips': a file for each turn, or each speaker",
    )
    add_export_choice(parser)


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.export import export_files

    if asked.list_options:
        print(options_in_words(ALL_FORMATS))
        return OK
    if not asked.files:
        parser.error("name a project or a transcript")
    choice = export_choice(asked, asked.format, (*ALL_FORMATS, PROJECT_FORMAT))
    done = export_files(
        asked.files,
        asked.out,
        choice.formats,
        replace_files=asked.replace,
        adaptation=choice.adaptation,
        clips=ClipsBy(asked.clips) if asked.clips else None,
    )
    return OK if done else SOME_FAILED
