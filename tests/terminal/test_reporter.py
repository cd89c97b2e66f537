import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.export.errors import ExportError
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import AudioSource, HeardTrack, Speaker, Transcript, Turn, Word
from desktop_app.terminal.reporter import JsonReporter, QuietReporter, Reporter, TextReporter

PATH = Path("caf\udce9 “talk”.wav")
TURN = Turn("S1", 0, 900, (Word("Hello", 0, 400), Word("there.", 400, 900)))
TRANSCRIPT = Transcript(AudioSource(str(PATH), 900), (Speaker("S1", "Anna", 0),), (TURN,))
FAULT = ExportError(Path("out/talk.txt"), "the disk is full")
WITHOUT_SPEECH = Transcript(AudioSource(str(PATH), 900))


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def follow_a_job(reporter: Reporter, transcript: Transcript = TRANSCRIPT) -> None:
    reporter.begin(PATH)
    reporter.progress(Stage.LOADING, 0.0)
    reporter.progress(Stage.TRANSCRIPTION, 0.5)
    reporter.turns((TURN,), TRANSCRIPT.speakers)
    reporter.progress(Stage.TRANSCRIPTION, 1.0)
    reporter.done(PATH, transcript, [Path("out/talk.txt"), Path("out/talk.srt")])


def test_no_bar_is_drawn_where_there_is_no_terminal() -> None:
    output, errors = io.StringIO(), io.StringIO()
    follow_a_job(TextReporter(output, errors))
    assert "Anna: Hello there." in output.getvalue()
    assert errors.getvalue() == "Written to out: talk.txt, talk.srt\n"


def test_what_was_heard_and_what_is_damaged_is_told_to_people_and_programs() -> None:
    audio = replace(TRANSCRIPT.audio, tracks=2, heard=(HeardTrack(2, (1,), 1),))
    told = replace(TRANSCRIPT, audio=audio, warnings=("The file breaks off at 00:01.",))
    errors, output = io.StringIO(), io.StringIO()
    QuietReporter(errors).done(PATH, told, [])
    lines = [f"{PATH}: heard: sound track 2 of 2", f"{PATH}: The file breaks off at 00:01."]
    assert errors.getvalue().splitlines() == lines
    JsonReporter(output).done(PATH, told, [])
    assert json.loads(output.getvalue())["heard"] == "sound track 2 of 2"


def test_of_a_pipe_it_is_said_where_it_is_kept() -> None:
    errors, output = io.StringIO(), io.StringIO()
    TextReporter(io.StringIO(), errors).receiving(Path("stdin"), Path("cache"))
    assert errors.getvalue() == "stdin: what comes through it is kept in cache until it is transcribed\n"
    JsonReporter(output).receiving(Path("stdin"), Path("cache"))
    assert json.loads(output.getvalue()) == {"type": "receiving", "file": "stdin", "folder": "cache"}


def test_on_a_terminal_the_bar_moves_and_is_wiped_away_at_the_end() -> None:
    errors = Terminal()
    follow_a_job(TextReporter(io.StringIO(), errors))
    *_, wiped, last = errors.getvalue().rsplit("\r", 2)
    assert "100%" in errors.getvalue()
    assert not wiped.strip()
    assert last == "Written to out: talk.txt, talk.srt\n"


def test_every_line_for_programs_is_json_that_any_encoding_carries() -> None:
    output = io.StringIO()
    reporter = JsonReporter(output)
    follow_a_job(reporter)
    reporter.failed(PATH, AudioError(PATH, "there is no such file"))
    events = [json.loads(line) for line in output.getvalue().encode("ascii").splitlines()]
    assert [event["type"] for event in events] == [
        "begin",
        "progress",
        "progress",
        "turn",
        "progress",
        "done",
        "failed",
    ]
    assert events[0]["file"] == str(PATH)
    assert events[3] == {"type": "turn", "speaker": "S1", "start_ms": 0, "end_ms": 900, "text": "Hello there."}
    assert events[4]["overall"] == 1
    assert (events[5]["speakers"], events[5]["turns"]) == (1, 1)
    assert events[6]["reason"] == f"{PATH}: there is no such file"


@pytest.mark.parametrize("kind", [TextReporter, QuietReporter])
def test_a_recording_without_speech_is_said_to_be_one(kind: type) -> None:
    errors = io.StringIO()
    follow_a_job(kind(errors) if kind is QuietReporter else kind(io.StringIO(), errors), WITHOUT_SPEECH)
    assert f"{PATH}: no speech found\n" in errors.getvalue()


def test_programs_are_told_that_there_is_no_speech_and_that_a_job_was_interrupted() -> None:
    output = io.StringIO()
    follow_a_job(JsonReporter(output), WITHOUT_SPEECH)
    follow_a_job(JsonReporter(output), replace(TRANSCRIPT, incomplete_from_ms=900))
    ends = [event for event in map(json.loads, output.getvalue().splitlines()) if "exports" in event]
    assert [(event["type"], event["speech"]) for event in ends] == [("done", False), ("interrupted", True)]


KEPT = [Path("kept/talk.json")]


def test_what_cannot_be_written_is_printed_and_where_it_is_kept_is_told() -> None:
    output, errors = io.StringIO(), io.StringIO()
    TextReporter(output, errors).unwritten(PATH, TRANSCRIPT, FAULT, KEPT)
    assert "Anna: Hello there." in output.getvalue()
    assert errors.getvalue() == f"diarist: {FAULT}\nThe transcript is kept in kept: talk.json\n"


def test_the_quiet_one_prints_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    errors = io.StringIO()
    QuietReporter(errors).unwritten(PATH, TRANSCRIPT, FAULT, [])
    assert "Anna: Hello there." in capsys.readouterr().out
    assert "it is printed here, and nowhere but here" in errors.getvalue()


def test_programs_are_told_where_it_is_kept_and_what_it_says() -> None:
    output = io.StringIO()
    JsonReporter(output).unwritten(PATH, TRANSCRIPT, FAULT, KEPT)
    event = json.loads(output.getvalue())
    assert (event["type"], event["kept"], event["reason"]) == ("failed", ["kept/talk.json"], str(FAULT))
    assert "Anna: Hello there." in event["text"]


@pytest.mark.parametrize("kind", [QuietReporter, TextReporter])
def test_names_left_are_told_also_where_it_is_to_be_quiet(kind: type) -> None:
    errors = io.StringIO()
    (kind(errors) if kind is QuietReporter else kind(io.StringIO(), errors)).names_left(PATH, "Anna is left.")
    assert errors.getvalue() == f"{PATH}: Anna is left.\n"


def test_programs_are_told_of_names_left() -> None:
    output = io.StringIO()
    JsonReporter(output).names_left(PATH, "Anna is left.")
    assert json.loads(output.getvalue()) == {"type": "names_left", "file": str(PATH), "reason": "Anna is left."}


def test_a_doubt_is_told_at_once_in_one_line() -> None:
    output, errors = io.StringIO(), io.StringIO()
    for reporter in (TextReporter(io.StringIO(), errors), QuietReporter(errors), JsonReporter(output)):
        reporter.doubted(PATH, "This sounds like Finnish.")
    assert errors.getvalue().splitlines() == [
        f"{PATH}: This sounds like Finnish. (Ctrl+C stops.)",
        f"{PATH}: This sounds like Finnish.",
    ]
    doubt = {"type": "doubt", "file": str(PATH), "reason": "This sounds like Finnish."}
    assert json.loads(output.getvalue()) == doubt


def test_other_names_and_what_is_done_already_are_told() -> None:
    output, errors = io.StringIO(), io.StringIO()
    for reporter in (TextReporter(io.StringIO(), errors), QuietReporter(errors), JsonReporter(output)):
        reporter.yielded(PATH, Path("talk.txt"), [Path("talk (2).txt")])
        reporter.skipped(PATH, [Path("talk.txt")])
    assert errors.getvalue().count("talk.txt is there already") == 2
    assert errors.getvalue().count("what is written is named talk (2).txt") == 2
    assert f"{PATH}: done already: talk.txt\n" in errors.getvalue()
    assert [json.loads(line)["type"] for line in output.getvalue().splitlines()] == ["renamed", "skipped"]


def test_the_quiet_one_says_errors_only() -> None:
    errors = io.StringIO()
    reporter = QuietReporter(errors)
    follow_a_job(reporter)
    assert errors.getvalue() == ""
    reporter.failed(PATH, AudioError(PATH, "there is no such file"))
    assert errors.getvalue() == f"diarist: {PATH}: there is no such file\n"
