import io
import json
from pathlib import Path

from desktop_app.core.audio.errors import AudioError
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import AudioSource, Speaker, Transcript, Turn, Word
from desktop_app.terminal.reporter import JsonReporter, QuietReporter, Reporter, TextReporter

PATH = Path("caf\udce9 “talk”.wav")
TURN = Turn("S1", 0, 900, (Word("Hello", 0, 400), Word("there.", 400, 900)))
TRANSCRIPT = Transcript(AudioSource(str(PATH), 900), (Speaker("S1", "Anna", 0),), (TURN,))
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


def test_on_a_terminal_the_bar_moves_and_is_wiped_away_at_the_end() -> None:
    errors = Terminal()
    follow_a_job(TextReporter(io.StringIO(), errors))
    *_, wiped, last = errors.getvalue().rsplit("\r", 2)
    assert "100%" in errors.getvalue()
    assert not wiped.strip()
    assert last == "Written to out: talk.txt, talk.srt\n"


def test_a_recording_without_speech_is_said_to_be_one() -> None:
    errors = io.StringIO()
    follow_a_job(TextReporter(io.StringIO(), errors), WITHOUT_SPEECH)
    assert f"{PATH}: no speech found\n" in errors.getvalue()


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


def test_the_quiet_one_says_errors_only() -> None:
    errors = io.StringIO()
    reporter = QuietReporter(errors)
    follow_a_job(reporter)
    assert errors.getvalue() == ""
    reporter.failed(PATH, AudioError(PATH, "there is no such file"))
    assert errors.getvalue() == f"diarist: {PATH}: there is no such file\n"
