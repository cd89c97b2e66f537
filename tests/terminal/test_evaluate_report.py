"""What `diarist evaluate` shows to people."""

import io
from pathlib import Path

from desktop_app.core.evaluation.evaluate import EngineReport, Evaluation, Failure
from desktop_app.core.evaluation.scores import Score
from desktop_app.core.evaluation.speaker_errors import SpeakerErrors
from desktop_app.core.evaluation.word_errors import WordErrors
from desktop_app.core.pipeline.stages import Stage
from desktop_app.terminal.evaluate import ProgressLine, as_tables

FOLDER = Path("talks")
SCORE = Score(
    recordings=1,
    duration_s=60.0,
    speakers_true=2,
    speakers_found=3,
    exact=0,
    strict=SpeakerErrors(50.0, 5.0, 2.5, 1.0),
    lenient=SpeakerErrors(40.0, 2.0, 0.0, 0.0),
    words=WordErrors(200, 10, 5, 5),
    words_by_speaker=None,
    times_s={"decoding": 1.0, "embedding": 3.0, "diarization": 3.0, "total": 4.0},
    peak_mb=512.4,
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_table_has_a_row_for_every_file_and_one_for_all() -> None:
    scores = {FOLDER / "more" / "one.wav": SCORE, FOLDER / "two.wav": SCORE}
    report = EngineReport("diarist", scores, (Failure(FOLDER / "three.wav", "three.wav: there is no such file"),))
    lines = as_tables(Evaluation(FOLDER, (report,))).splitlines()
    assert lines[2] == "diarist"
    head, one, two, pooled = (line.split() for line in lines[3:7])
    assert head[0] == "file"
    figures = ["17.0", "10.0", "5.0", "2.0", "5.0", "10.0", "-", "20.0", "-", "15.0", "512"]
    assert one == ["more/one.wav", "60", "s", "3", "of", "2", *figures]
    assert two == ["two.wav", *one[1:]]
    assert pooled == ["all", "2", "120", "s", "0", "exact", *figures]
    assert len({len(line) for line in lines[3:7]}) == 1


def test_every_engine_has_its_table() -> None:
    reports = tuple(EngineReport(name, {FOLDER / "two.wav": SCORE}, ()) for name in ("diarist", "moonshine"))
    shown = as_tables(Evaluation(FOLDER, reports)).splitlines()
    assert shown.index("diarist") < shown.index("moonshine")


def test_an_engine_that_failed_on_everything_has_a_row_without_figures() -> None:
    lines = as_tables(Evaluation(FOLDER, (EngineReport("diarist", {}, ()),))).splitlines()
    assert lines[4].split() == ["all", "0", "0", "s", "0", "exact", *["-"] * 11]


def test_progress_is_one_line_that_is_written_over() -> None:
    stream = Terminal()
    line = ProgressLine(stream)
    line.begin("diarist", FOLDER / "two.wav", number=2, of=7)
    line.progress(Stage.EMBEDDING, 0.5)
    line.clear()
    first, second, blank, end = stream.getvalue().split("\r")[1:]
    assert first == "diarist 2/7 two.wav"
    assert second == "diarist 2/7 two.wav  Telling speakers apart 50%"
    assert (blank.strip(), end) == ("", "")
    assert len(blank) == len(second)


def test_where_no_terminal_is_only_failures_are_said() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    line.begin("diarist", FOLDER / "two.wav", number=2, of=7)
    line.progress(Stage.EMBEDDING, 0.5)
    line.failed("two.wav: there is no such file")
    line.clear()
    assert stream.getvalue() == "diarist: two.wav: there is no such file\n"
