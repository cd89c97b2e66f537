"""`diarist captions`: the microphone into words with speakers, while they are spoken."""

import argparse
from pathlib import Path

from desktop_app.commands.engine_options import add_engine_options, settings_as_asked
from desktop_app.commands.help_form import HelpForm
from desktop_app.commands.options import positive
from desktop_app.commands.status import OK, SOME_FAILED
from desktop_app.commands.subcommands import Subparsers

_EXAMPLES = """\
examples:
  diarist captions                               the system's default input, until Ctrl+C
  diarist captions --device "USB Audio" --channel 2
  diarist captions --wav-out talk.wav --seconds 600
  diarist captions --json                        for another program
"""


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "captions",
        help="record, and write down who says what while it is said",
        description="Record an input, and print what is said with who says it, until Ctrl+C. The recording is kept: "
        "in a folder of its own under Diarist among your documents, or as the file of --wav-out; where, is said on "
        "standard error. Captions go to standard output, everything else to standard error; with --json, all of it as "
        "lines of JSON to standard output. It goes on where nobody reads them any more.",
        epilog=_EXAMPLES,
        formatter_class=HelpForm,
    )
    parser.add_argument(
        "--device", dest="input", metavar="NAME", help="what to record, as `diarist devices` lists it, or a part of it"
    )
    parser.add_argument(
        "--channel", type=positive, metavar="N", help="one channel of it; all of them mixed if not said"
    )
    parser.add_argument("--wav-out", type=Path, metavar="FILE", help="where the recording goes; nothing is replaced")
    parser.add_argument("--seconds", type=positive, metavar="N", help="stop after so long")
    parser.add_argument("--json", action="store_true", help="print every event as a line of JSON")
    add_engine_options(parser, device_option="--engine-device")


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.terminal.caption_lines import captions_reporter
    from desktop_app.terminal.captions import NotAsAsked, caption_input

    settings = settings_as_asked(asked)
    try:
        with captions_reporter(asked.wav_out, json_lines=asked.json) as reporter:
            done = caption_input(
                asked.input, asked.channel, reporter, settings=settings, wav_out=asked.wav_out, seconds=asked.seconds
            )
    except NotAsAsked as error:
        parser.error(str(error))
    return OK if done else SOME_FAILED
