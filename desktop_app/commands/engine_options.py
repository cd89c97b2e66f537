"""What a command can be asked about engines, for this once: it goes before the settings."""

import argparse
from dataclasses import replace
from pathlib import Path

from desktop_app.core.store.errors import SettingsError, why_unread
from desktop_app.core.store.settings import AsrEngine, Device, EmbeddingSource, Precision, Settings
from desktop_app.core.transcript.spoken_languages import AUTO, LANGUAGE_NAMES, plain_tag


def add_engine_options(parser: argparse.ArgumentParser, *, device_option: str = "--device") -> None:
    """Which engines, where they run, and which words they are to prefer.

    device_option: another name for `--device` where that means something else.
    """
    engines = parser.add_argument_group("engines", "for this once; `diarist settings` changes them for good")
    engines.add_argument("--embedding", choices=[str(each) for each in EmbeddingSource], help="what tells voices apart")
    recognisers = [str(each) for each in AsrEngine]
    engines.add_argument(
        "--asr", choices=recognisers, metavar="ENGINE", help=f"what writes down the words: {', '.join(recognisers)}"
    )
    engines.add_argument(
        "--language",
        type=_language,
        metavar="TAG",
        help="what is spoken, such as de or en; auto finds out. An engine that does not know it is not used",
    )
    engines.add_argument(
        device_option, dest="device", choices=[str(each) for each in Device], help="where engines on torch run"
    )
    engines.add_argument(
        "--vocabulary", type=Path, metavar="FILE", help="names and jargon to prefer, one in a line (Parakeet, Whisper)"
    )
    add_exact(engines)


def add_exact(parser: argparse._ActionsContainer) -> None:
    """`--exact`."""
    parser.add_argument(
        "--exact",
        action="store_true",
        help="run every model in its own arithmetic, float32, and in no faster form: the same speakers on every kind "
        "of processor, up to its rounding",
    )


def settings_as_asked(asked: argparse.Namespace) -> Settings:
    """The user's settings, with what was asked for this once. SettingsError where they cannot be read."""
    from desktop_app.core.store.settings_file import load_settings

    settings = load_settings()
    embedding, asr = settings.embedding, settings.asr
    if asked.embedding:
        embedding = replace(embedding, source=EmbeddingSource(asked.embedding))
    if asked.asr:
        asr = replace(asr, engine=AsrEngine(asked.asr))
    if asked.language:
        asr = replace(asr, language=asked.language)
    if asked.device:
        embedding, asr = replace(embedding, device=Device(asked.device)), replace(asr, device=Device(asked.device))
    if asked.vocabulary:
        asr = replace(asr, vocabulary=_vocabulary(asked.vocabulary))
    settings = replace(settings, embedding=embedding, asr=asr)
    return exactly(settings) if asked.exact else settings


def exactly(settings: Settings) -> Settings:
    """The settings as `--exact` has them."""
    return replace(
        settings,
        embedding=replace(settings.embedding, exact=True),
        asr=replace(settings.asr, precision=Precision.FLOAT32),
    )


def _language(text: str) -> str:
    tag = plain_tag(text)
    if tag != AUTO and tag not in LANGUAGE_NAMES:
        known = ", ".join((AUTO, *sorted(LANGUAGE_NAMES)))
        raise argparse.ArgumentTypeError(f"no engine knows the language {text!r}: there are {known}")
    return tag


def _vocabulary(file: Path) -> tuple[str, ...]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise SettingsError(f"the vocabulary in {file} cannot be read ({why_unread(error)})") from error
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
