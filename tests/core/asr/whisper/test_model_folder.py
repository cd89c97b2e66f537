"""Folders that are no model, or a broken one: a sentence, and never the end of the process."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.asr.whisper.model_folder import load_whisper_folder
from desktop_app.core.models.errors import ModelUnavailable

Change = Callable[[Path], object]


def load(folder: Path) -> object:
    return load_whisper_folder(folder, label="Tiny", callers=1, threads=1)


def without(name: str) -> Change:
    return lambda folder: (folder / name).unlink()


def text(name: str, content: str) -> Change:
    return lambda folder: (folder / name).write_text(content)


def cut(count: int) -> Change:
    def change(folder: Path) -> None:
        weights = folder / "model.bin"
        weights.write_bytes(weights.read_bytes()[:count])

    return change


def setting(name: str, value: object) -> Change:
    def change(folder: Path) -> None:
        file = folder / "config.json"
        settings = json.loads(file.read_text())
        settings[name] = value
        file.write_text(json.dumps(settings))

    return change


def tokens(changed: Callable[[list[str]], list[str]]) -> Change:
    def change(folder: Path) -> None:
        file = folder / "vocabulary.json"
        file.write_text(json.dumps(changed(json.loads(file.read_text()))))

    return change


def other_tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, models

    Tokenizer(models.BPE(vocab={"a": 0}, merges=[])).save(str(folder / "tokenizer.json"))


BROKEN = [
    (without("model.bin"), "is missing"),
    (without("config.json"), "is missing"),
    (without("tokenizer.json"), "is missing"),
    (without("vocabulary.json"), "is missing"),
    *((cut(count), "does not load") for count in (0, 3, 100, 5000, 500_000)),
    (lambda folder: (folder / "model.bin").write_bytes(bytes(range(256)) * 400), "does not load"),
    (text("config.json", "zzz"), "makes no sense"),
    (text("config.json", "[]"), "makes no sense"),
    (text("config.json", "{}"), "makes no sense"),
    (setting("alignment_heads", []), "alignment_heads"),
    (setting("alignment_heads", None), "alignment_heads"),
    (setting("alignment_heads", [[-1, -1]]), "alignment_heads"),
    (setting("suppress_ids", [9_999_999]), "suppress_ids"),
    (setting("suppress_ids_begin", ["a"]), "suppress_ids_begin"),
    (setting("lang_ids", []), "lang_ids"),
    (setting("lang_ids", [-5]), "lang_ids"),
    (text("vocabulary.json", "zzz"), "makes no sense"),
    (text("vocabulary.json", '{"a": 1}'), "no list of texts"),
    (text("vocabulary.json", '["a", "b"]'), "makes no sense"),
    (tokens(lambda found: found[::-1]), "belongs to another model"),
    (text("tokenizer.json", "zzz"), "does not load"),
    (other_tokenizer, "belongs to another model"),
    (text("preprocessor_config.json", '{"feature_size": 128}'), "80 bands of sound, not 128"),
    (lambda folder: (folder / "config.json").write_bytes(b"\xff\xfe"), "makes no sense"),
]


@pytest.mark.parametrize(("change", "reason"), BROKEN)
def test_a_broken_model_is_told(tiny_whisper: Path, tmp_path: Path, change: Change, reason: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_whisper, folder)
    change(folder)
    with pytest.raises(ModelUnavailable, match=reason) as told:
        load(folder)
    assert told.value.model == "Tiny"
    assert told.value.hint


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_told_and_nothing_is_fetched(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelUnavailable, match="is missing"):
        load(tmp_path / name)


def test_a_vocabulary_of_lines_is_read_as_a_list_is(tiny_whisper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_whisper, folder)
    found = json.loads((folder / "vocabulary.json").read_text())
    (folder / "vocabulary.json").unlink()
    (folder / "vocabulary.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    assert load(folder)


def test_without_its_package_the_cure_is_told(tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(ModelUnavailable, match=r'does not load .* pip install "diarist\[whisper\]"'):
        load(tiny_whisper)
