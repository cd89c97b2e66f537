"""What several commands are asked: formats, numbers of speakers, how closely to listen."""

import argparse
from collections.abc import Sequence

from desktop_app.core.diarization.options import Hop
from desktop_app.core.export.export_format import ExportFormat
from desktop_app.core.export.registry import format_for, usual_formats
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.printing.all_formats import ALL_FORMATS


def add_format(
    parser: argparse.ArgumentParser,
    formats: Sequence[ExportFormat] = ALL_FORMATS,
    *,
    usual: Sequence[ExportFormat] | None = usual_formats(),
    usually: str = "",
) -> None:
    """`--format`. formats: what can be asked for; usual: what is written if it is not, which `usually` describes."""
    known = ", ".join(each.short_name for each in formats)
    parser.add_argument(
        "--format",
        type=lambda text: _formats(text, formats),
        default=usual,
        metavar="LIST",
        help=f"what to write, separated by commas: {known}{usually and f' ({usually})'}",
    )


def add_speaker_options(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """How many people speak, and how alike two voices of one person may be."""
    speakers = parser.add_mutually_exclusive_group()
    speakers.add_argument("--speakers", type=positive, metavar="N", help="exactly so many people speak")
    speakers.add_argument("--min-speakers", type=positive, metavar="A", help="at least so many people speak")
    parser.add_argument("--max-speakers", type=positive, metavar="B", help="at most so many people speak")
    usual = JobOptions().sensitivity
    parser.add_argument(
        "--sensitivity",
        type=_fraction,
        default=usual,
        metavar="S",
        help=f"how small a difference makes two speakers of two voices, 0 to 1 ({usual}); higher finds more speakers",
    )


def add_hop(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """`--hop`."""
    parser.add_argument(
        "--hop",
        choices=[hop.value for hop in Hop],
        default=Hop.ACCURATE.value,
        help="how closely to listen for who speaks: accurate (the default), or fast",
    )


def job_options(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> JobOptions:
    """The options of add_speaker_options as they were given; ends the program where they contradict each other."""
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


def positive(text: str) -> int:
    """A whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def names(text: str) -> tuple[str, ...]:
    """One or more names, separated by commas."""
    found = tuple(each.strip() for each in text.split(",") if each.strip())
    if not found:
        raise argparse.ArgumentTypeError("name at least one")
    return found


def _fraction(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _formats(text: str, known: Sequence[ExportFormat]) -> tuple[ExportFormat, ...]:
    try:
        formats = tuple(format_for(each.strip(), known) for each in text.split(",") if each.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not formats:
        raise argparse.ArgumentTypeError("name at least one format")
    return formats
