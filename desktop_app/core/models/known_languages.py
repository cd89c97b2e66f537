"""Which languages each model of words knows, as BCP 47 tags: the one table of them."""

from collections.abc import Container, Mapping

from desktop_app.core.models.manifest import (
    MOONSHINE_TINY_EN,
    PARAKEET,
    PARAKEET_ULTRA,
    PARAKEET_V3_ONNX,
    RECOMMENDED,
    WHISPER_BASE,
    WHISPER_SMALL,
    WHISPER_TURBO,
)
from desktop_app.core.models.model_spec import ModelSpec
from desktop_app.core.transcript.spoken_languages import LANGUAGE_NAMES

ENGLISH = ("en",)
PARAKEET_LANGUAGES = (
    *("bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hu", "it"),
    *("lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv", "ru", "uk"),
)
"""Those of Parakeet v3 and Ultra."""
_V3_PIECES = 4096
"""The English Parakeets know some 1000 pieces, those of 25 languages 8192."""
_NEW_IN_TURBO = "yue"
_CORES_OF_TURBO = 6
WHISPER_LANGUAGES = tuple(LANGUAGE_NAMES)
"""Those of Whisper large-v3-turbo, which are all that anything knows; the smaller models lack Cantonese."""
_KNOWN: Mapping[str, tuple[str, ...]] = {
    MOONSHINE_TINY_EN.name: ENGLISH,
    PARAKEET.name: PARAKEET_LANGUAGES,
    PARAKEET_ULTRA.name: PARAKEET_LANGUAGES,
    PARAKEET_V3_ONNX.name: PARAKEET_LANGUAGES,
    WHISPER_TURBO.name: WHISPER_LANGUAGES,
    WHISPER_SMALL.name: tuple(tag for tag in WHISPER_LANGUAGES if tag != _NEW_IN_TURBO),
    WHISPER_BASE.name: tuple(tag for tag in WHISPER_LANGUAGES if tag != _NEW_IN_TURBO),
}


def languages_of(model: ModelSpec) -> tuple[str, ...]:
    """Those that the model knows; none where it writes no words."""
    return _KNOWN.get(model.name, ())


def parakeet_languages(pieces: int) -> tuple[str, ...]:
    """Those of a Parakeet that knows so many pieces of words, which may be somebody's own."""
    return PARAKEET_LANGUAGES if pieces >= _V3_PIECES else ENGLISH


def model_to_fetch(language: str, *, cores: int, but: Container[str] = ()) -> ModelSpec | None:
    """What somebody should fetch to have words in this language; None if there is no such model.

    cores: of the processor: the large Whisper takes longer than the recording lasts on few of them. but: names of
    models that are not wanted.
    """
    whispers = (WHISPER_TURBO, WHISPER_SMALL) if cores >= _CORES_OF_TURBO else (WHISPER_SMALL, WHISPER_TURBO)
    wanted = (model for model in (RECOMMENDED, PARAKEET_V3_ONNX, *whispers) if model.name not in but)
    return next((model for model in wanted if language in languages_of(model)), None)
