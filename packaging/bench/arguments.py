"""What can be asked of the bench on the command line."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench import speakers
from bench.measurement import Options
from bench.page import MACHINE
from bench.parts import PARTS


@dataclass(frozen=True, slots=True)
class Asked:
    """Options, and which measurements to take: of these parts, and of the part `speakers` of these sets."""

    options: Options
    parts: Sequence[str]
    sets: Sequence[str]

    def wants(self, part: str, measurement: str) -> bool:
        """Whether the measurement of that part is to be taken; the machine's always is."""
        if part == "speakers":
            return part in self.parts and measurement.removeprefix("speakers-") in self.sets
        return part == MACHINE or part in self.parts


def read_arguments(arguments: Sequence[str] | None = None) -> Asked:
    """From the command line; wrong ones end the program with a message."""
    asked = _parser().parse_args(arguments)
    options = Options(
        peer=not asked.no_peer,
        short_min=asked.short,
        long_min=asked.long,
        hours=asked.hours,
        embeddings=asked.embeddings,
    )
    return Asked(options, asked.parts, asked.sets)


def _parser() -> argparse.ArgumentParser:
    usual = Options()
    parser = argparse.ArgumentParser(prog="bench", description="Measure this version, and write docs/benchmarks.md.")
    parser.add_argument("--no-peer", action="store_true", help="leave the peer out, which is slow")
    _add_names(parser, "--parts", tuple(PARTS), "only these parts; of the others, what was measured before stays")
    _add_names(parser, "--sets", speakers.SETS, "only these recordings in the part speakers")
    lengths = {
        "--short": (usual.short_min, "minutes of the shorter long conversation"),
        "--long": (usual.long_min, "minutes of the long conversation, 0 for none"),
    }
    for name, (minutes, meaning) in lengths.items():
        parser.add_argument(name, type=float, default=minutes, metavar="MINUTES", help=f"{meaning} ({minutes:g})")
    parser.add_argument("--hours", type=float, default=0, help="also the long one in a row, for so many hours in all")
    parser.add_argument("--embeddings", type=int, default=usual.embeddings, help="how many are clustered (%(default)s)")
    return parser


def _add_names(parser: argparse.ArgumentParser, option: str, known: Sequence[str], meaning: str) -> None:
    told = f"{meaning}: of {', '.join(known)}"
    parser.add_argument(option, type=_names_among(known), default=known, metavar="LIST", help=told)


def _names_among(known: Sequence[str]) -> Callable[[str], Sequence[str]]:
    def read(text: str) -> Sequence[str]:
        names = [name.strip() for name in text.split(",")]
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(known)}")
        return names

    return read
