"""Wrong usage is said in a sentence, and nothing is done."""

from pathlib import Path

import pytest

from desktop_app.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("transcribe talk.wav --format ,", "name at least one format"),
        ("transcribe talk.wav --speakers 0", "'0' is not a whole number of at least 1"),
        ("transcribe talk.wav --speakers two", "'two' is not a whole number of at least 1"),
        (
            "transcribe talk.wav --min-speakers 3 --max-speakers 2",
            "at least 3 and at most 2 speakers cannot both hold",
        ),
        ("transcribe talk.wav --speakers 2 --max-speakers 3", "leave out --max-speakers"),
        ("transcribe talk.wav --speakers 2 --min-speakers 1", "not allowed with"),
        ("transcribe talk.wav --quiet --json-progress", "not allowed with"),
        ("transcribe talk.wav --sensitivity 1.5", "'1.5' is not a number from 0 to 1"),
        ("transcribe talk.wav --sensitivity nan", "'nan' is not a number from 0 to 1"),
        ("models", "the following arguments are required: action"),
        ("models fetch parrot", "there is no model 'parrot': there are pyannote-segmentation-community-1, "),
        ("models verify parrot", "there is no model 'parrot': there are "),
        ("models import x --name moonshine-tiny-en", "there is no model 'moonshine-tiny-en' to be imported"),
        ("models import x --name parakeet-tdt-0.6b-v3 --sha256 12", "'12' is not 64 hexadecimal digits"),
        (f"models import x --sha256 {'0' * 64}", "--sha256 needs --name"),
        ("evaluate . --hop slow", "invalid choice: 'slow'"),
        ("evaluate . --asr moonshine --no-words", "--asr goes with neither --embedding nor --no-words"),
        ("evaluate . --asr moonshine --embedding onnx", "--asr goes with neither --embedding nor --no-words"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(
    arguments: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments.split()) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_an_engine_that_is_not_known_is_named_with_those_that_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["evaluate", ".", "--engine", "kaldi"]) == 2
    assert capsys.readouterr().err == "diarist: there is no engine 'kaldi': there are diarist, moonshine\n"
