"""The one table of who knows which language."""

import pytest
from faster_whisper.tokenizer import _LANGUAGE_CODES

from desktop_app.core.asr.whisper.language_tags import tag_of
from desktop_app.core.models.known_languages import PARAKEET_LANGUAGES, WHISPER_LANGUAGES, languages_of, model_to_fetch
from desktop_app.core.models.manifest import (
    MODELS,
    MOONSHINE_TINY_EN,
    PARAKEET_ULTRA,
    PARAKEET_V3_ONNX,
    WHISPER_BASE,
    WHISPER_SMALL,
    WHISPER_TURBO,
)
from desktop_app.core.transcript.spoken_languages import LANGUAGE_NAMES


def test_whisper_knows_what_its_library_lists() -> None:
    assert set(WHISPER_LANGUAGES) == set(map(tag_of, _LANGUAGE_CODES))
    assert set(WHISPER_LANGUAGES) - set(languages_of(WHISPER_SMALL)) == {"yue"}
    assert languages_of(WHISPER_BASE) == languages_of(WHISPER_SMALL)


def test_every_model_of_words_has_languages_and_nothing_else_has() -> None:
    assert {spec.name for spec in MODELS if languages_of(spec)} == {spec.name for spec in MODELS if spec.role == "asr"}
    assert {tag for spec in MODELS for tag in languages_of(spec)} == set(LANGUAGE_NAMES)
    assert len(set(PARAKEET_LANGUAGES)) == 25
    assert set(PARAKEET_LANGUAGES) < set(languages_of(WHISPER_BASE))
    assert languages_of(MOONSHINE_TINY_EN) == ("en",)


@pytest.mark.parametrize(
    ("language", "cores", "model"),
    [
        ("de", 2, PARAKEET_ULTRA),
        ("en", 16, PARAKEET_ULTRA),
        ("ja", 2, WHISPER_SMALL),
        ("ja", 8, WHISPER_TURBO),
        ("yue", 2, WHISPER_TURBO),
        ("xx", 2, None),
    ],
)
def test_what_to_fetch_is_the_best_that_knows_the_language_and_is_quick_enough(
    language: str, cores: int, model: object
) -> None:
    assert model_to_fetch(language, cores=cores) == model


def test_what_has_a_model_of_somebody_s_own_in_its_place_is_not_to_be_fetched() -> None:
    assert model_to_fetch("de", cores=2, but=(PARAKEET_ULTRA.name,)) == PARAKEET_V3_ONNX
    assert model_to_fetch("de", cores=2, but=(PARAKEET_ULTRA.name, PARAKEET_V3_ONNX.name)) == WHISPER_SMALL
    assert model_to_fetch("yue", cores=2, but=(WHISPER_TURBO.name,)) is None
