"""What a batch says of itself: for people, for programs, or nothing."""

import json
import sys
from pathlib import Path
from typing import Protocol, TextIO

from desktop_app.core.export.json_embedding import embedding_document
from desktop_app.core.export.plain_text import render
from desktop_app.core.pipeline.estimate import JobEstimate
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

_BAR_WIDTH = 24


class Reporter(JobListener, Protocol):
    """Told of every file of a batch, and of its progress in between."""

    def begin(self, path: Path) -> None:
        """The file is next."""
        ...

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """The file is transcribed, and written to these exports."""
        ...

    def failed(self, path: Path, error: Exception) -> None:
        """The file could not be done; the error's text is for people."""
        ...


def reporter_for(*, quiet: bool, json_lines: bool) -> Reporter:
    """The reporter that was asked for; errors go to standard error with each of them."""
    if json_lines:
        return JsonReporter(sys.stdout)
    return QuietReporter(sys.stderr) if quiet else TextReporter(sys.stdout, sys.stderr)


class QuietReporter:
    """Errors and warnings only."""

    def __init__(self, errors: TextIO) -> None:
        self._errors = errors

    def begin(self, path: Path) -> None:
        """Say nothing."""

    def progress(self, stage: Stage, fraction: float) -> None:
        """Say nothing."""

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Say nothing."""

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """One line for every warning: what stood in for what was chosen is never kept quiet."""
        for warning in transcript.warnings:
            print(f"{path}: {warning}", file=self._errors)

    def failed(self, path: Path, error: Exception) -> None:
        """One line."""
        print(f"diarist: {error}", file=self._errors)


class TextReporter:
    """The transcript on one stream; progress and errors on the other, a moving bar only where it is a terminal."""

    def __init__(self, output: TextIO, errors: TextIO) -> None:
        self._output = output
        self._errors = errors
        self._estimate = JobEstimate()
        self._shown = ""

    def begin(self, path: Path) -> None:
        """Start a new estimate."""
        self._estimate = JobEstimate()
        self._name = path.name

    def progress(self, stage: Stage, fraction: float) -> None:
        """Redraw the bar."""
        if not self._errors.isatty():
            return
        overall, eta_s = self._estimate.at(stage, fraction)
        filled = round(overall * _BAR_WIDTH)
        left = f" · {duration_in_words(eta_s)} left" if eta_s is not None else ""
        bar = "█" * filled + "░" * (_BAR_WIDTH - filled)
        self._show(f"{bar} {overall:4.0%}  {stage.label}{left}  {self._name}"[:100])

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """Nothing: the whole transcript is printed at the end."""

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """Print the transcript and where it was written."""
        self._show("")
        print(render(transcript), file=self._output, flush=True)
        if not any(transcript.spoken_turns()):
            print(f"{path}: no speech found", file=self._errors)
        for warning in transcript.warnings:
            print(f"{path}: {warning}", file=self._errors)
        written = ", ".join(export.name for export in exports)
        if exports:
            print(f"Written to {exports[0].parent}: {written}", file=self._errors)

    def failed(self, path: Path, error: Exception) -> None:
        """One line."""
        self._show("")
        print(f"diarist: {error}", file=self._errors)

    def _show(self, line: str) -> None:
        if line != self._shown:
            blank = " " * max(0, len(self._shown) - len(line))
            print(f"\r{line}{blank}" + ("" if line else "\r"), end="", file=self._errors, flush=True)
            self._shown = line


class JsonReporter:
    """Every event as one line of JSON."""

    def __init__(self, output: TextIO) -> None:
        self._output = output
        self._estimate = JobEstimate()

    def begin(self, path: Path) -> None:
        """`{"type": "begin", "file"}`."""
        self._estimate = JobEstimate()
        self._print(type="begin", file=str(path))

    def progress(self, stage: Stage, fraction: float) -> None:
        """`{"type": "progress", "stage", "fraction", "overall", "eta_s"}`."""
        overall, eta_s = self._estimate.at(stage, fraction)
        eta = None if eta_s is None else round(eta_s, 1)
        self._print(
            type="progress", stage=str(stage), fraction=round(fraction, 4), overall=round(overall, 4), eta_s=eta
        )

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """`{"type": "turn", "speaker", "start_ms", "end_ms", "text"}` for each."""
        for turn in turns:
            self._print(type="turn", speaker=turn.speaker, start_ms=turn.start_ms, end_ms=turn.end_ms, text=turn.text)

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """`{"type": "done", "file", "exports", "speakers", "turns", "warnings", "embedding"}`."""
        self._print(
            type="done",
            file=str(path),
            exports=[str(export) for export in exports],
            speakers=len(transcript.speakers),
            turns=len(transcript.turns),
            warnings=transcript.warnings,
            embedding=transcript.embedding and embedding_document(transcript.embedding),
        )

    def failed(self, path: Path, error: Exception) -> None:
        """`{"type": "failed", "file", "reason"}`."""
        self._print(type="failed", file=str(path), reason=str(error))

    def _print(self, **event: object) -> None:
        print(json.dumps(event), file=self._output, flush=True)
