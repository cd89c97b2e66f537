"""`diarist evaluate`: error rates and speed on recordings whose truth is known."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from desktop_app.commands.engine_options import add_exact, exactly
from desktop_app.commands.options import add_hop, names
from desktop_app.commands.status import OK, SOME_FAILED, USAGE
from desktop_app.commands.subcommands import Subparsers
from desktop_app.core.diarization.options import Hop
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import AsrEngine, EmbeddingSource, Settings


def add(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """See Command.add."""
    parser = commands.add_parser(
        "evaluate",
        help="measure error rates and speed on recordings whose truth is known",
        description="Every recording below FOLDER that has its speakers in an .rttm of the same name beside it, and "
        "possibly its words in an .stm or a .txt, is worked on and compared with them.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the recordings and their truths are")
    parser.add_argument(
        "--engine",
        type=names,
        default=("diarist",),
        metavar="LIST",
        help="engines to measure, separated by commas (diarist); a name that is none lists them",
    )
    parser.add_argument(
        "--embedding",
        type=_sources,
        metavar="LIST",
        help="measure Diarist with each of these embedding alone, separated by commas: "
        f"{', '.join(EmbeddingSource)}; against the first",
    )
    parser.add_argument(
        "--asr",
        type=_recognisers,
        metavar="LIST",
        help="measure Diarist with each of these writing down the words, separated by commas: "
        f"{', '.join(AsrEngine)}; against the first",
    )
    parser.add_argument(
        "--remote", metavar="URL", help="the remote diarizer to measure; the one of the settings if left out"
    )
    add_hop(parser)
    add_exact(parser)
    parser.add_argument("--no-words", action="store_true", help="diarize only, which is much faster")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    """See Command.run."""
    from desktop_app.core.evaluation.errors import EvaluationError
    from desktop_app.core.evaluation.system import Setup
    from desktop_app.core.evaluation.systems import SYSTEMS, by_recogniser, by_source
    from desktop_app.core.store.errors import SettingsError
    from desktop_app.terminal.evaluate import print_evaluation

    if asked.asr and (asked.embedding or asked.no_words):
        parser.error("--asr goes with neither --embedding nor --no-words")
    try:
        setup = Setup(not asked.no_words, JobOptions(hop=Hop(asked.hop)), _settings(asked.remote, exact=asked.exact))
        systems = by_source(asked.embedding) if asked.embedding else by_recogniser(asked.asr) if asked.asr else SYSTEMS
        engines = asked.engine if systems is SYSTEMS else tuple(systems)
        done = print_evaluation(asked.folder, engines, setup, as_json=asked.json, systems=systems)
        return OK if done else SOME_FAILED
    except (EvaluationError, SettingsError) as error:
        print(f"diarist: {error}", file=sys.stderr)
        return USAGE


def _settings(remote: str | None, *, exact: bool) -> Settings:
    from desktop_app.core.store.settings_file import load_settings

    settings = exactly(load_settings()) if exact else load_settings()
    return settings if remote is None else replace(settings, remote=replace(settings.remote, url=remote, allowed=True))


def _sources(text: str) -> tuple[EmbeddingSource, ...]:
    try:
        return tuple(EmbeddingSource(name) for name in names(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"it is a list of {', '.join(EmbeddingSource)}, not {text!r}") from None


def _recognisers(text: str) -> tuple[AsrEngine, ...]:
    try:
        return tuple(AsrEngine(name) for name in names(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"it is a list of {', '.join(AsrEngine)}, not {text!r}") from None
