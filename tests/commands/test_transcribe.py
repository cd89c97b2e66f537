"""What `diarist transcribe` is asked."""

import argparse
from pathlib import Path

import pytest

from desktop_app.commands import transcribe
from desktop_app.commands.transcribe import work_as_asked, writing_as_asked
from desktop_app.core.export.adaptation.adaptation import Adaptation
from desktop_app.core.export.adaptation.pauses import Pauses
from desktop_app.core.export.preset import Preset, keep_presets
from desktop_app.core.export.registry import format_for
from desktop_app.core.store.errors import SettingsError


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
        (["--cluster", "auto", "."], "--cluster needs --out"),
        (["--cluster", "auto", ".", "--out", "texts", "--jobs", "2"], "is --workers"),
        ([".", "--workers", "2"], "are those of a --cluster"),
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


def test_what_is_written_is_chosen_as_for_exports(parser: argparse.ArgumentParser) -> None:
    typed = ["--format", "srt", "--option", "srt.line_chars=37", "--pauses", "dots", "--offset-ms=-20", "--overlaps"]
    writing = writing_as_asked(asked(parser, "talk.wav", *typed, "true", "--speakers", "2"))
    assert writing.formats == (format_for("srt").with_options({"line_chars": 37}),)
    assert writing.adaptation == Adaptation(pauses=Pauses.DOTS, offset_ms=-20, overlaps=True)
    keep_presets([Preset("Mine", (format_for("rttm"),), Adaptation(end="1:00"))])
    writing = writing_as_asked(asked(parser, "talk.wav", "--preset", "mine"))
    assert (writing.formats, writing.adaptation) == ((format_for("rttm"),), Adaptation(end="1:00"))


@pytest.mark.parametrize("typed", [("--start", "soon"), ("--start", "2:00", "--end", "1:00"), ("--pseudonyms", "Anna")])
def test_what_no_transcript_could_meet_is_said_before_the_work(
    parser: argparse.ArgumentParser, typed: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError):
        transcribe.run(parser, asked(parser, "talk.wav", *typed))


def test_the_options_of_formats_are_listed_and_of_marks_nothing_is_asked(
    parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    assert transcribe.run(parser, asked(parser, "--list-options")) == 0
    assert "srt.line_chars=42  " in capsys.readouterr().out
    with pytest.raises(SystemExit):
        asked(parser, "talk.wav", "--off-record-told", "true")
