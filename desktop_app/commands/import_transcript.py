"""`diarist import`: a transcript that is there already, as a project."""

import argparse
from dataclasses import replace
from pathlib import Path

from desktop_app.commands.engine_options import add_engine_options, settings_as_asked
from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.options import add_hop, add_speaker_options, job_options
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.diarization.options import Hop
from desktop_app.core.importing.import_format import ImportFormat
from desktop_app.core.importing.registry import FORMATS, format_named
from desktop_app.core.project.places import ENDING, is_project

_EXAMPLES = """\
examples:
  diarist import interview.srt                       interview.wav, .mp3 and so on beside it is its recording
  diarist import interview.docx --sound rec01.m4a
  diarist import talk.json --format whisperx --out talk.diarist
  diarist import subtitles.vtt --sound film.mkv --diarize    its words, and who says them is found out
  diarist import who.rttm --sound talk.wav --words           its speakers, and what they say is written down
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "import",
        help="make a project of a transcript of another program",
        description="Make a project of subtitles, a text, a table, the annotations of ELAN, Praat, EXMARaLDA, "
        "Transcriber or CLAN, a REFI-QDA project, speaker or word times, or the JSON of another program, tied to its "
        "recording, so that it can be corrected in the window and exported in every format. Words whose times the file "
        "does not tell get estimated ones.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument("transcript", type=Path, metavar="FILE", help="the transcript")
    parser.add_argument(
        "--sound",
        type=Path,
        metavar="RECORDING",
        help="its recording; if not said, the one that it names, or that has its name and lies beside it",
    )
    parser.add_argument(
        "--format",
        type=_format,
        metavar="NAME",
        help=f"what it is, if its ending does not tell: {', '.join(each.name for each in FORMATS)}",
    )
    parser.add_argument(
        "--out", type=Path, metavar=f"NAME{ENDING}", help="the project; beside the transcript if not said"
    )
    parser.add_argument("--replace", action="store_true", help="replace a file that has the project's name")
    heard = parser.add_mutually_exclusive_group()
    heard.add_argument(
        "--diarize",
        action="store_true",
        help="find out in the recording who says the words; its speakers are forgotten",
    )
    heard.add_argument(
        "--words",
        action="store_true",
        help="forget the words: write down what the speakers say in the recording",
    )
    speakers = parser.add_argument_group("who speaks", "with --diarize")
    add_speaker_options(speakers)
    add_hop(speakers)
    add_engine_options(parser)


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    if asked.out is not None and not is_project(asked.out):
        parser.error(f"--out {asked.out}: a project's name ends with {ENDING}")
    if (asked.speakers or asked.min_speakers or asked.max_speakers) and not asked.diarize:
        parser.error("how many people speak is asked for with --diarize only")
    options = replace(job_options(parser, asked), hop=Hop(asked.hop))
    settings = settings_as_asked(asked)
    from desktop_app.core.pipeline.given import Missing
    from desktop_app.terminal.importing import ImportRequest, import_into_project

    missing = Missing.SPEAKERS if asked.diarize else Missing.WORDS if asked.words else None
    request = ImportRequest(asked.transcript, asked.sound, asked.format, asked.out, asked.replace, missing)
    options = replace(options, language=settings.asr.language)
    return OK if import_into_project(request, options, settings) else SOME_FAILED


def _format(text: str) -> ImportFormat:
    try:
        return format_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
