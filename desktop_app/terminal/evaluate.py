"""`diarist evaluate`: how good and how fast the engines are, as tables for people or JSON for programs."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from desktop_app.core.evaluation.evaluate import EngineReport, Evaluation, evaluate
from desktop_app.core.evaluation.head_to_head import head_to_head
from desktop_app.core.evaluation.json_report import render
from desktop_app.core.evaluation.machine import machine_in_words
from desktop_app.core.evaluation.scores import Score, percent, word_error_rate
from desktop_app.core.evaluation.system import LoadSystem, Setup
from desktop_app.core.evaluation.systems import SYSTEMS
from desktop_app.core.evaluation.values import DIARIZATION, TOTAL
from desktop_app.core.pipeline.stages import Stage
from desktop_app.core.transcript.values import Speaker, Turn

_HEAD = (
    "file",
    "length",
    "speakers",
    "DER",
    "missed",
    "false al.",
    "confused",
    "DER .25",
    "WER",
    "cpWER",
    "diarize",
    "words",
    "total",
    "peak",
)
_LEGEND = (
    "DER and its parts, WER and cpWER in %; DER .25 leaves out 0.25 s on each side of every border. "
    "diarize, words, total: times real time. peak: MB."
)


def print_evaluation(
    folder: Path,
    engines: Sequence[str],
    setup: Setup,
    *,
    as_json: bool,
    systems: Mapping[str, LoadSystem] = SYSTEMS,
) -> bool:
    """Evaluate and print; True if nothing failed. EvaluationError as `evaluate`."""
    progress = ProgressLine(sys.stderr)
    evaluation = evaluate(folder, engines, setup, progress, systems=systems)
    progress.clear()
    print(render(evaluation) if as_json else as_tables(evaluation))
    return evaluation.complete


class ProgressLine:
    """What is being worked on, in one line that is written over, where that is a terminal; failures always."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._title = ""
        self._shown = ""

    def begin(self, engine: str, recording: Path, *, number: int, of: int) -> None:
        """Show the engine, the number and the recording from now on."""
        self._title = f"{engine} {number}/{of} {recording.name}"
        self._show(self._title)

    def progress(self, stage: Stage, fraction: float) -> None:
        """Show the stage and how far it is."""
        self._show(f"{self._title}  {stage.label} {fraction:.0%}"[:100])

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Nothing to show."""

    def failed(self, message: str) -> None:
        """One line that stays."""
        self.clear()
        print(f"diarist: {message}", file=self._stream, flush=True)

    def clear(self) -> None:
        """Leave an empty line."""
        self._show("")

    def _show(self, line: str) -> None:
        if self._stream.isatty() and line != self._shown:
            blank = " " * max(0, len(self._shown) - len(line))
            print(f"\r{line}{blank}" + ("" if line else "\r"), end="", file=self._stream, flush=True)
            self._shown = line


def as_tables(evaluation: Evaluation) -> str:
    """A table for every engine, with a row for every file and one for all of them; of several, one that compares."""
    tables = [_table(report.engine, [_HEAD, *_rows(report, evaluation.folder)]) for report in evaluation.engines]
    if len(evaluation.engines) > 1:
        tables.append(_table(f"head to head, against {evaluation.engines[0].engine}", _compared(evaluation)))
    return "\n\n".join([machine_in_words(), *tables, _LEGEND])


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows]
    return "\n".join([title, *lines])


def _compared(evaluation: Evaluation) -> list[tuple[str, ...]]:
    first = evaluation.engines[0].engine
    words = f"WER {first}", "WER"
    head = (
        "file",
        "engine",
        f"DER {first}",
        "DER",
        "difference",
        *words,
        f"s/segment {first}",
        "s/segment",
        "requests",
    )
    rows: list[tuple[str, ...]] = [head]
    for each in head_to_head(evaluation):
        figures = each.figures
        shown = (
            *(_number(figures[name]) for name in ("first_der_0", "der_0")),
            "-" if figures["difference"] is None else f"{figures['difference']:+.2f}",
            *(_number(figures[name]) for name in ("first_wer", "wer")),
            *(_seconds(figures[name]) for name in ("first_seconds_per_segment", "seconds_per_segment")),
            "-" if figures["requests"] is None else str(figures["requests"]),
        )
        rows.append((each.name, each.engine, *shown))
    return rows


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _rows(report: EngineReport, folder: Path) -> Iterator[tuple[str, ...]]:
    for path, score in report.scores.items():
        yield (path.relative_to(folder).as_posix(), *_cells(score, f"{score.speakers_found} of {score.speakers_true}"))
    pooled = report.pooled
    yield (f"all {pooled.recordings}", *_cells(pooled, f"{pooled.exact} exact"))


def _cells(score: Score, speakers: str) -> tuple[str, ...]:
    strict, lenient = score.strict, score.lenient
    shares = (percent(part, strict.reference_s) for part in (strict.missed_s, strict.false_alarm_s, strict.confusion_s))
    return (
        f"{score.duration_s:.0f} s",
        speakers,
        _number(percent(strict.error_s, strict.reference_s)),
        *map(_number, shares),
        _number(percent(lenient.error_s, lenient.reference_s)),
        _number(word_error_rate(score.words)),
        _number(word_error_rate(score.words_by_speaker)),
        *(_number(score.speeds.get(stage)) for stage in (DIARIZATION, Stage.TRANSCRIPTION, TOTAL)),
        "-" if score.peak_mb is None else f"{score.peak_mb:.0f}",
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
