"""What a batch says of itself: for people, for programs, or nothing."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TextIO

from desktop_app.core.export.formats.plain_text import render
from desktop_app.core.export.json_embedding import embedding_document
from desktop_app.core.pipeline.estimate import JobEstimate
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.project.export_format import in_hand
from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.heard_tracks import heard_in_words
from desktop_app.core.transcript.values import Speaker, Transcript, Turn

_BAR_WIDTH = 24


class Reporter(JobListener, Protocol):
    """Told of every file of a batch, and of its progress in between."""

    def begin(self, path: Path) -> None:
        """The file is next."""
        ...

    def receiving(self, path: Path, folder: Path) -> None:
        """The file comes through a pipe: it is kept in the folder until it is done."""
        ...

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """The file is transcribed, and written to these exports."""
        ...

    def doubted(self, path: Path, sentence: str) -> None:
        """The file is being done, but hardly any of its words will be right, for this reason."""
        ...

    def failed(self, path: Path, error: Exception) -> None:
        """The file could not be done; the error's text is for people."""
        ...

    def skipped(self, path: Path, exports: Sequence[Path]) -> None:
        """The file was not begun: these complete exports are there already."""
        ...

    def yielded(self, path: Path, taken: Path, exports: Sequence[Path]) -> None:
        """The exports have other names than was to be expected, for something else has one of those."""
        ...

    def names_left(self, path: Path, sentence: str) -> None:
        """In what was written of the file some names can still be read although they have a pseudonym: these."""
        ...

    def unwritten(self, path: Path, transcript: Transcript, error: Exception, kept: Sequence[Path]) -> None:
        """The file is transcribed and cannot be written where it was to go; kept: where it is instead, if anywhere."""
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

    def receiving(self, path: Path, folder: Path) -> None:
        """Say nothing."""

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """One line for every warning: what stood in for what was chosen is never kept quiet."""
        _print_remarks(path, transcript, self._errors)

    def doubted(self, path: Path, sentence: str) -> None:
        """One line."""
        print(f"{path}: {sentence}", file=self._errors, flush=True)

    def failed(self, path: Path, error: Exception) -> None:
        """One line."""
        print(f"diarist: {error}", file=self._errors)

    def skipped(self, path: Path, exports: Sequence[Path]) -> None:
        """Say nothing."""

    def yielded(self, path: Path, taken: Path, exports: Sequence[Path]) -> None:
        """One line: whoever looks for the exports must know their names."""
        print(other_names(taken, exports), file=self._errors)

    def names_left(self, path: Path, sentence: str) -> None:
        """One line: who asked for pseudonyms must know."""
        print(f"{path}: {sentence}", file=self._errors, flush=True)

    def unwritten(self, path: Path, transcript: Transcript, error: Exception, kept: Sequence[Path]) -> None:
        """Where it is kept; where it is not, the transcript itself, lest it be lost."""
        self.failed(path, error)
        print(where_kept(kept), file=self._errors)
        print(render(transcript), file=sys.stdout, flush=True)


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

    def receiving(self, path: Path, folder: Path) -> None:
        """One line."""
        print(f"{path}: what comes through it is kept in {folder} until it is transcribed", file=self._errors)

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """Print the transcript and where it was written."""
        self._show("")
        print(render(transcript), file=self._output, flush=True)
        _print_remarks(path, transcript, self._errors)
        written = ", ".join(export.name for export in exports)
        if exports:
            print(f"Written to {exports[0].parent}: {written}", file=self._errors)

    def doubted(self, path: Path, sentence: str) -> None:
        """One line above the bar."""
        self._show("")
        print(f"{path}: {sentence} (Ctrl+C stops.)", file=self._errors, flush=True)

    def failed(self, path: Path, error: Exception) -> None:
        """One line."""
        self._show("")
        print(f"diarist: {error}", file=self._errors)

    def skipped(self, path: Path, exports: Sequence[Path]) -> None:
        """One line."""
        print(f"{path}: done already: {', '.join(map(str, exports))}", file=self._errors)

    def yielded(self, path: Path, taken: Path, exports: Sequence[Path]) -> None:
        """One line."""
        self._show("")
        print(other_names(taken, exports), file=self._errors)

    def names_left(self, path: Path, sentence: str) -> None:
        """One line."""
        print(f"{path}: {sentence}", file=self._errors, flush=True)

    def unwritten(self, path: Path, transcript: Transcript, error: Exception, kept: Sequence[Path]) -> None:
        """The transcript, and where it is kept."""
        self.failed(path, error)
        print(render(transcript), file=self._output, flush=True)
        _print_remarks(path, transcript, self._errors)
        print(where_kept(kept), file=self._errors)

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

    def receiving(self, path: Path, folder: Path) -> None:
        """`{"type": "receiving", "file", "folder"}`."""
        self._print(type="receiving", file=str(path), folder=str(folder))

    def done(self, path: Path, transcript: Transcript, exports: list[Path]) -> None:
        """`{"type": "done", "file", "exports", "speech", "speakers", "turns", "heard", "warnings", "embedding"}`; the
        type is "interrupted" where the transcript is incomplete."""
        self._print(
            type="done" if transcript.incomplete_from_ms is None else "interrupted",
            file=str(path),
            exports=[str(export) for export in exports],
            speech=any(transcript.spoken_turns()),
            speakers=len(transcript.speakers),
            turns=len(transcript.turns),
            heard=heard_in_words(transcript.audio),
            warnings=transcript.warnings,
            embedding=transcript.embedding and embedding_document(transcript.embedding),
        )

    def doubted(self, path: Path, sentence: str) -> None:
        """`{"type": "doubt", "file", "reason"}`."""
        self._print(type="doubt", file=str(path), reason=sentence)

    def failed(self, path: Path, error: Exception) -> None:
        """`{"type": "failed", "file", "reason"}`."""
        self._print(type="failed", file=str(path), reason=str(error))

    def skipped(self, path: Path, exports: Sequence[Path]) -> None:
        """`{"type": "skipped", "file", "exports"}`."""
        self._print(type="skipped", file=str(path), exports=[str(export) for export in exports])

    def yielded(self, path: Path, taken: Path, exports: Sequence[Path]) -> None:
        """`{"type": "renamed", "file", "taken", "exports"}`."""
        self._print(type="renamed", file=str(path), taken=str(taken), exports=[str(export) for export in exports])

    def names_left(self, path: Path, sentence: str) -> None:
        """`{"type": "names_left", "file", "reason"}`."""
        self._print(type="names_left", file=str(path), reason=sentence)

    def unwritten(self, path: Path, transcript: Transcript, error: Exception, kept: Sequence[Path]) -> None:
        """`{"type": "failed", "file", "reason", "kept", "text"}`."""
        kept_files = [str(each) for each in kept]
        self._print(type="failed", file=str(path), reason=str(error), kept=kept_files, text=render(transcript))

    def _print(self, **event: object) -> None:
        print(json.dumps(event), file=self._output, flush=True)


def _print_remarks(path: Path, transcript: Transcript, errors: TextIO) -> None:
    if not any(transcript.spoken_turns()):
        print(f"{path}: no speech found", file=errors)
    if heard := heard_in_words(transcript.audio):
        print(f"{path}: heard: {heard}", file=errors)
    for warning in transcript.warnings:
        print(f"{path}: {warning}", file=errors)


def other_names(taken: Path, exports: Sequence[Path]) -> str:
    """That exports have other names than was to be expected, and why."""
    names = ", ".join(export.name for export in exports)
    if in_hand(taken):
        return f"{taken} is open elsewhere: it stays as it is, and what is written is named {names}"
    return (
        f"{taken} is there already, and is not an unchanged export of this recording: it stays as it is, and what is "
        f"written is named {names} (--replace would replace it)"
    )


def where_kept(kept: Sequence[Path]) -> str:
    """Of a transcript that could not be written where it was to go."""
    if not kept:
        return "The transcript could be kept nowhere else: it is printed here, and nowhere but here."
    return f"The transcript is kept in {kept[0].parent}: {', '.join(each.name for each in kept)}"
