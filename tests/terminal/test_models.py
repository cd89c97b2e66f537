"""What `diarist models` prints."""

import io
import json
from dataclasses import replace

import pytest

from desktop_app.core.models.inventory import ModelEntry
from desktop_app.core.models.manifest import CARRIED, FETCHED, MODELS, PARAKEET, WESPEAKER_CHECKPOINT
from desktop_app.core.models.model_spec import ModelFile
from desktop_app.core.models.model_store import store_folder
from desktop_app.terminal import models
from desktop_app.terminal.models import BytesBar, print_list, remove, size_in_words, verify

FILE = ModelFile("/data/pytorch_model.bin", 26_640_011, "0" * 64, "ok")
HERE = ModelEntry(WESPEAKER_CHECKPOINT, "right", "store", (FILE,), note="expanded from the carried int8 copy")
WRONG = replace(HERE, state="wrong", files=(replace(FILE, state="wrong hash"),), reason="it is wrong", hint="Cure it")
ABSENT = ModelEntry(PARAKEET, "not installed", hint="Fetch it with: this", partial_bytes=250_000_000)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def scripted(monkeypatch: pytest.MonkeyPatch, *entries: ModelEntry) -> None:
    monkeypatch.setattr(models, "inventory", lambda: entries)
    monkeypatch.setattr(models, "examine", lambda spec: next(each for each in entries if each.spec == spec))


def test_a_model_that_is_here_says_where_and_which_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted(monkeypatch, HERE, ABSENT)
    assert print_list(as_json=False)
    here, absent = capsys.readouterr().out.split("\n\n")
    assert "  state     in order, in the store, expanded from the carried int8 copy\n" in here
    assert "  file      /data/pytorch_model.bin (26.6 MB, ok)\n" in here
    assert "  licence   CC-BY-4.0; WeSpeaker ResNet34-LM" in here
    assert "  state     not installed, 250.0 MB of it fetched\n  do        Fetch it with: this\n" in absent
    assert "  size      2.51 GB\n" in absent
    assert "  from      https://huggingface.co/nvidia/parakeet-tdt-0.6b-v3\n" in absent


def test_a_wrong_model_makes_listing_and_verifying_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted(monkeypatch, WRONG, ABSENT)
    assert not print_list(as_json=False)
    assert "NOT IN ORDER, in the store" in capsys.readouterr().out
    assert not verify(None)
    printed = capsys.readouterr()
    assert printed.out == "wespeaker-voxceleb-resnet34-LM: /data/pytorch_model.bin: wrong hash\n"
    assert printed.err == "diarist: wespeaker-voxceleb-resnet34-LM: it is wrong. Cure it\n"


def test_what_is_not_installed_is_wrong_only_where_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted(monkeypatch, HERE, ABSENT)
    assert verify(None)
    assert capsys.readouterr().err == ""
    assert verify(WESPEAKER_CHECKPOINT)
    assert not verify(PARAKEET)
    assert capsys.readouterr().err == "diarist: parakeet-tdt-0.6b-v3: not installed. Fetch it with: this\n"


def test_the_users_own_model_is_listed_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripted(monkeypatch, replace(HERE, own=True, note=""))
    print_list(as_json=False)
    assert "  state     in order, in the store, your own\n" in capsys.readouterr().out


def test_programs_are_told_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_list(as_json=True)
    listed = json.loads(capsys.readouterr().out)["models"]
    assert [model["name"] for model in listed] == [spec.name for spec in MODELS]
    assert [model["state"] for model in listed] == ["right"] * len(CARRIED) + ["not installed"] * len(FETCHED)
    for model in listed:
        assert {"purpose", "size", "licence", "attribution", "url", "place", "files", "own", "hint"} <= model.keys()


def test_what_cannot_be_removed_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert not remove(PARAKEET, even_own=True)
    assert capsys.readouterr().err == f"diarist: parakeet-tdt-0.6b-v3 is not in {store_folder()}\n"


def test_the_bar_moves_on_a_terminal_and_is_gone_at_the_end() -> None:
    stream = Terminal()
    bar = BytesBar(stream, "small")
    bar.show(0, 1_000_000)
    bar.show(500_000, 1_000_000)
    assert stream.getvalue().endswith("████████████░░░░░░░░░░░░  50%  0.5 MB of 1.0 MB  small")
    bar.clear()
    assert stream.getvalue().endswith(" \r")


def test_the_bar_is_nothing_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    bar = BytesBar(stream, "small")
    bar.show(1, 2)
    bar.clear()
    assert stream.getvalue() == ""


def test_sizes_are_in_the_unit_that_people_use() -> None:
    assert [size_in_words(size) for size in (0, 26_645_418, 2_509_332_480)] == ["0.0 MB", "26.6 MB", "2.51 GB"]
