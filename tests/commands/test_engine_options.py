import argparse
from pathlib import Path

import pytest

from desktop_app.commands.engine_options import add_engine_options, settings_as_asked
from desktop_app.core.store.errors import SettingsError
from desktop_app.core.store.settings import AsrEngine, Device, EmbeddingSource, Precision, Settings
from desktop_app.core.store.settings_file import change_settings


def asked(*arguments: str) -> Settings:
    parser = argparse.ArgumentParser()
    add_engine_options(parser)
    return settings_as_asked(parser.parse_args(arguments))


def test_what_is_not_asked_is_as_in_the_settings() -> None:
    change_settings({"embedding.source": "onnx"})
    assert asked().embedding.source is EmbeddingSource.ONNX
    assert asked("--asr", "moonshine").embedding.source is EmbeddingSource.ONNX


def test_what_is_asked_goes_before_the_settings_and_leaves_them() -> None:
    change_settings({"embedding.source": "onnx"})
    settings = asked("--embedding", "torch", "--asr", "parakeet", "--device", "cpu")
    assert settings.embedding.source is EmbeddingSource.TORCH
    assert settings.asr.engine is AsrEngine.PARAKEET
    assert settings.embedding.device is settings.asr.device is Device.CPU
    assert asked().embedding.source is EmbeddingSource.ONNX


def test_a_language_is_asked_by_its_tag_or_the_settings_say_it() -> None:
    change_settings({"asr.language": "fi"})
    assert asked().asr.language == "fi"
    assert asked("--language", "de-AT").asr.language == "de"
    assert asked("--language", "auto").asr.language == "auto"


def test_a_language_that_nothing_knows_is_refused_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        asked("--language", "klingon")
    assert "no engine knows the language 'klingon': there are auto, af, am," in capsys.readouterr().err


def test_exact_is_every_model_in_its_own_arithmetic() -> None:
    settings = asked("--exact")
    assert settings.embedding.exact
    assert settings.asr.precision is Precision.FLOAT32
    assert not asked().embedding.exact
    change_settings({"embedding.exact": True})
    assert asked().embedding.exact


def test_a_vocabulary_is_a_file_with_one_word_or_phrase_in_a_line(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("\ufeffAnna Berg\n\n  Diarist \nAnna Berg\n", encoding="utf-8")
    assert asked("--vocabulary", str(words)).asr.vocabulary == ("Anna Berg", "Diarist")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_vocabulary_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    words = tmp_path / "words.txt"
    if content is not None:
        words.write_bytes(content)
    with pytest.raises(SettingsError, match=r"words\.txt cannot be read"):
        asked("--vocabulary", str(words))
