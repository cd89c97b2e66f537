"""What `diarist transcribe` is asked about people who are apart."""

import argparse
from pathlib import Path

import pytest

from desktop_app.commands import transcribe
from desktop_app.commands.transcribe import work_as_asked


@pytest.fixture
def parser() -> argparse.ArgumentParser:
    program = argparse.ArgumentParser()
    transcribe.add(program.add_subparsers(dest="command"))
    return program


def asked(parser: argparse.ArgumentParser, *arguments: str) -> argparse.Namespace:
    return parser.parse_args(["transcribe", *arguments])


def test_one_speaker_per_channel_is_off_unless_it_is_asked_for_and_goes_with_a_track(
    parser: argparse.ArgumentParser,
) -> None:
    usual, _ = work_as_asked(parser, asked(parser, "talk.wav"))
    assert not usual.per_channel
    options, _ = work_as_asked(parser, asked(parser, "talk.mkv", "--per-channel", "--track", "2"))
    assert (options.per_channel, options.track) == (True, 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["talk.wav", "--per-channel", "--channel", "1"], "leave out --channel"),
        (["--together", "anna.wav"], "needs two recordings at least"),
        (["--together", "anna.wav", "."], "name its recordings, and no folder"),
        (["--together", "anna.wav", "ben.wav", "--jobs", "2"], "name its recordings, and no folder"),
        (["--together", "anna.wav", "ben.wav", "--per-channel"], "leave out --per-channel"),
    ],
)
def test_what_contradicts_itself_is_refused(
    arguments: list[str], said: str, parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        transcribe.run(parser, asked(parser, *arguments))
    assert said in capsys.readouterr().err


def test_recordings_of_a_meeting_are_one_job(parser: argparse.ArgumentParser, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs: list[tuple[list[Path], list[Path]]] = []

    def noting(_parser: object, _asked: object, files: list[Path], *, together: list[Path]) -> int:
        jobs.append((files, together))
        return 0

    monkeypatch.setattr(transcribe, "transcribe_files", noting)
    transcribe.run(parser, asked(parser, "--together", "anna.wav", "ben.wav", "cleo.wav"))
    assert jobs == [([Path("anna.wav")], [Path("ben.wav"), Path("cleo.wav")])]
