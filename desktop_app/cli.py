"""The command line: `diarist transcribe | recluster | sample | open | doctor | evaluate`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app import __version__
from desktop_app.core.diarization.choices import Hop
from desktop_app.core.export.formats import FORMATS, ExportFormat, format_for
from desktop_app.core.pipeline.stages import JobOptions

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

_EXAMPLES = """\
examples:
  diarist                                        open the window
  diarist open interview.m4a                     open the window and transcribe a recording
  diarist transcribe interview.m4a               in the terminal; exports go beside the recording
  diarist transcribe *.mp3 --out texts --format txt,srt
  diarist transcribe panel.wav --speakers 4      exactly four people speak
  diarist recluster panel.json --speakers 5      no, five: from the voices that were kept, in a moment
  diarist sample                                 try it on the recording that comes along
  diarist doctor                                 is everything here, and does it work?
  diarist evaluate talks                         how right is it, where the truth lies beside the recordings?
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status: 0, 1 (some file failed), 2 (wrong usage), 130 (interrupted)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name need not be text that can be printed
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        return _COMMANDS[asked.command or "open"](parser, asked)
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is flushed at the end
        return SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diarist",
        description="Turn recordings into transcripts that say who said what. Everything stays on this computer.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"diarist {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")

    transcribe = commands.add_parser(
        "transcribe",
        help="transcribe recordings in the terminal",
        description="Transcribe recordings, sound or video. The transcript goes to standard output, progress to "
        "standard error, and exports beside each recording or into the folder of --out.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    transcribe.add_argument("files", nargs="+", type=Path, metavar="FILE")
    transcribe.add_argument("--out", type=Path, metavar="DIR", help="folder for the exports")
    _add_job_options(transcribe)
    _add_recluster(commands)

    sample = commands.add_parser("sample", help="transcribe the sample: in the window, or here if there is no screen")
    sample.add_argument("--out", type=Path, metavar="DIR", default=Path("out"), help="folder for the exports (out)")
    sample.add_argument("--no-window", action="store_true", help="stay in the terminal")
    _add_job_options(sample)

    window = commands.add_parser("open", help="open the window")
    window.add_argument("files", nargs="*", type=Path, metavar="FILE", help="recordings or Diarist transcripts")

    doctor = commands.add_parser("doctor", help="check every engine")
    doctor.add_argument("--json", action="store_true", help="as JSON")
    doctor.add_argument(
        "--prepare-again", action="store_true", help="first try anew which forms of the models are fastest"
    )
    _add_evaluate(commands)
    return parser


def _add_recluster(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    recluster = commands.add_parser(
        "recluster",
        help="change the number of speakers of a transcript, without transcribing again",
        description="Decide anew who speaks in a transcript that Diarist exported as JSON. The words stay, names that "
        "were given stay with their voices. It takes the voices that `diarist transcribe` kept in your cache folder "
        "(`--forget-voices` keeps none): elsewhere, or when they were dropped for newer ones, transcribe the "
        "recording again.",
    )
    recluster.add_argument("transcript", type=Path, metavar="TRANSCRIPT.json")
    recluster.add_argument(
        "--out",
        type=Path,
        metavar="FILE_OR_DIR",
        help="folder for the exports, or one file such as new.srt; NAME.recluster.* beside the transcript if left out",
    )
    recluster.add_argument("--replace", action="store_true", help="replace files that are there")
    _add_format(recluster)
    _add_speaker_options(recluster)


def _add_evaluate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluate = commands.add_parser(
        "evaluate",
        help="measure error rates and speed on recordings whose truth is known",
        description="Every recording below FOLDER that has its speakers in an .rttm of the same name beside it, and "
        "possibly its words in an .stm or a .txt, is worked on and compared with them.",
    )
    evaluate.add_argument("folder", type=Path, metavar="FOLDER")
    evaluate.add_argument(
        "--engine",
        type=_names,
        default=("diarist",),
        metavar="LIST",
        help="engines to measure, separated by commas (diarist); a name that is none lists them",
    )
    _add_hop(evaluate)
    evaluate.add_argument("--no-words", action="store_true", help="diarize only, which is much faster")
    evaluate.add_argument("--json", action="store_true", help="as JSON")


def _add_format(parser: argparse.ArgumentParser) -> None:
    known = ",".join(each.extension for each in FORMATS)
    parser.add_argument(
        "--format", type=_formats, default=FORMATS, metavar="LIST", help=f"what to write, separated by commas ({known})"
    )


def _add_speaker_options(parser: argparse.ArgumentParser) -> None:
    speakers = parser.add_mutually_exclusive_group()
    speakers.add_argument("--speakers", type=_positive, metavar="N", help="exactly so many people speak")
    speakers.add_argument("--min-speakers", type=_positive, metavar="A", help="at least so many people speak")
    parser.add_argument("--max-speakers", type=_positive, metavar="B", help="at most so many people speak")
    usual = JobOptions().sensitivity
    parser.add_argument(
        "--sensitivity",
        type=_fraction,
        default=usual,
        metavar="S",
        help=f"how small a difference makes two speakers of two voices, 0 to 1 ({usual}); higher finds more speakers",
    )


def _add_hop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--hop",
        choices=[hop.value for hop in Hop],
        default=Hop.ACCURATE.value,
        help="how closely to listen for who speaks: accurate (the default), or fast",
    )


def _add_job_options(parser: argparse.ArgumentParser) -> None:
    _add_format(parser)
    _add_speaker_options(parser)
    _add_hop(parser)
    parser.add_argument(
        "--forget-voices", action="store_true", help="keep no voices in your cache folder; see `diarist recluster`"
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--quiet", action="store_true", help="print errors only")
    output.add_argument("--json-progress", action="store_true", help="print events as lines of JSON")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def _fraction(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _names(text: str) -> tuple[str, ...]:
    names = tuple(each.strip() for each in text.split(",") if each.strip())
    if not names:
        raise argparse.ArgumentTypeError("name at least one")
    return names


def _formats(text: str) -> tuple[ExportFormat, ...]:
    try:
        formats = tuple(format_for(each.strip()) for each in text.split(",") if each.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not formats:
        raise argparse.ArgumentTypeError("name at least one format")
    return formats


def _job_options(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> JobOptions:
    if asked.speakers and asked.max_speakers:
        parser.error("--speakers says exactly how many there are: leave out --max-speakers")
    try:
        return JobOptions(
            asked.speakers or asked.min_speakers,
            asked.speakers or asked.max_speakers,
            sensitivity=asked.sensitivity,
        )
    except ValueError as error:
        parser.error(str(error))


def _transcribe(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    return _run_batch(parser, asked, asked.files)


def _run_batch(parser: argparse.ArgumentParser, asked: argparse.Namespace, files: Sequence[Path]) -> int:
    from desktop_app.terminal.batch import transcribe_batch
    from desktop_app.terminal.reporter import reporter_for

    reporter = reporter_for(quiet=asked.quiet, json_lines=asked.json_progress)
    options = replace(_job_options(parser, asked), hop=Hop(asked.hop), keep_voices=not asked.forget_voices)
    return OK if transcribe_batch(files, asked.out, asked.format, options, reporter) else SOME_FAILED


def _recluster(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    options = _job_options(parser, asked)
    from desktop_app.terminal.recluster import recluster_file

    done = recluster_file(asked.transcript, asked.out, asked.format, options, replace_files=asked.replace)
    return OK if done else SOME_FAILED


def _sample(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    from desktop_app.core.models.carried import sample_recording
    from desktop_app.core.models.errors import ModelUnavailable
    from desktop_app.display import has_display

    if has_display() and not asked.no_window:
        from desktop_app.app import run

        return run([], sample=True)
    try:
        return _run_batch(parser, asked, [sample_recording()])
    except ModelUnavailable as error:
        print(error, file=sys.stderr)
        return SOME_FAILED


def _open(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    from desktop_app.display import has_display

    if not has_display():
        parser.print_help()
        print("\nThere is no screen here for the window: use `diarist transcribe`.", file=sys.stderr)
        return USAGE
    from desktop_app.app import run

    return run(list(getattr(asked, "files", [])))


def _doctor(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    from desktop_app.terminal.doctor import print_report

    return OK if print_report(as_json=asked.json, prepare_again=asked.prepare_again) else SOME_FAILED


def _evaluate(_parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    from desktop_app.core.evaluation.errors import EvaluationError
    from desktop_app.core.evaluation.system import Setup
    from desktop_app.terminal.evaluate import print_evaluation

    setup = Setup(with_words=not asked.no_words, job=JobOptions(hop=Hop(asked.hop)))
    try:
        return OK if print_evaluation(asked.folder, asked.engine, setup, as_json=asked.json) else SOME_FAILED
    except EvaluationError as error:
        print(f"diarist: {error}", file=sys.stderr)
        return USAGE


_COMMANDS = {
    "open": _open,
    "transcribe": _transcribe,
    "recluster": _recluster,
    "sample": _sample,
    "doctor": _doctor,
    "evaluate": _evaluate,
}
