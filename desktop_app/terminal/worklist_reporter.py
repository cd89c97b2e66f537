"""What a worklist says of itself: a line for each item and a summary, for people or for programs."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol

from desktop_app.core.export.formats.plain_text import render
from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.terminal.reporter import where_kept


class WorklistReporter(Protocol):
    """Told of a worklist; of its items from several threads at once."""

    def begin(self, count: int) -> None:
        """So many items are to be done."""

    def skipped(self, outcome: Outcome) -> None:
        """It was done before."""

    def ended(self, outcome: Outcome) -> None:
        """It is done, or has failed."""

    def unwritten(self, outcome: Outcome, transcript: Transcript) -> None:
        """It has failed, although it is transcribed: see what was kept of it."""

    def end(self, record: Path) -> None:
        """All of it has been tried. record: the file that says how each ended."""


def worklist_reporter(*, quiet: bool, json_lines: bool) -> WorklistReporter:
    """The reporter that was asked for."""
    return JsonWorklistReporter() if json_lines else TextWorklistReporter(is_quiet=quiet)


class TextWorklistReporter:
    """A line for each item on standard error, with what is left; failures also where it is to be quiet."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        self._lock = Lock()
        self._count = self._done = self._skipped = 0
        self._failures: list[Outcome] = []
        self._started_s = monotonic()

    def begin(self, count: int) -> None:
        """See WorklistReporter."""
        self._count = count

    def skipped(self, outcome: Outcome) -> None:
        """See WorklistReporter."""
        with self._lock:
            self._skipped += 1
            self._say(f"{outcome.name}: done already")

    def ended(self, outcome: Outcome) -> None:
        """See WorklistReporter."""
        with self._lock:
            self._done += 1
            if outcome.reason:
                self._failures.append(outcome)
                print(f"diarist: {outcome.reason}", file=sys.stderr, flush=True)
                return
            sound, took = duration_in_words(outcome.sound_s), duration_in_words(outcome.seconds)
            self._say(f"{outcome.name}: {sound} in {took}{self._left()}")
            for warning in outcome.warnings:
                print(f"{outcome.name}: {warning}", file=sys.stderr, flush=True)

    def unwritten(self, outcome: Outcome, transcript: Transcript) -> None:
        """See WorklistReporter. A transcript that is kept nowhere is printed, lest it be lost."""
        self.ended(outcome)
        with self._lock:
            print(where_kept([Path(each) for each in outcome.kept]), file=sys.stderr, flush=True)
            if not outcome.kept:
                print(render(transcript), flush=True)

    def end(self, record: Path) -> None:
        """See WorklistReporter."""
        if self._is_quiet:
            return
        counts = [f"{self._done - len(self._failures)} done"]
        counts += [f"{self._skipped} done before"] if self._skipped else []
        counts += [f"{len(self._failures)} failed"] if self._failures else []
        print(f"{', '.join(counts)}. How each ended is in {record}", file=sys.stderr)
        for outcome in self._failures:
            print(f"  failed: {outcome.name}", file=sys.stderr)

    def _say(self, line: str) -> None:
        if not self._is_quiet:
            print(f"[{self._done + self._skipped}/{self._count}] {line}", file=sys.stderr, flush=True)

    def _left(self) -> str:
        """How long the rest will take, as far as what is done tells."""
        left = self._count - self._done - self._skipped
        each_s = (monotonic() - self._started_s) / self._done
        return f" · {duration_in_words(left * each_s)} left" if left else ""


class JsonWorklistReporter:
    """Every event as one line of JSON on standard output."""

    def __init__(self) -> None:
        self._lock = Lock()

    def begin(self, count: int) -> None:
        """`{"type": "begin", "count"}`."""
        self._print(type="begin", count=count)

    def skipped(self, outcome: Outcome) -> None:
        """`{"type": "skipped", "name"}`."""
        self._print(type="skipped", name=outcome.name)

    def ended(self, outcome: Outcome) -> None:
        """`{"type": "failed" or "done"}` with all that the record has."""
        self._print(type="failed" if outcome.reason else "done", **asdict(outcome))

    def unwritten(self, outcome: Outcome, transcript: Transcript) -> None:
        """`{"type": "failed"}` with all that the record has, and the transcript as `"text"`."""
        self._print(type="failed", **asdict(outcome), text=render(transcript))

    def end(self, record: Path) -> None:
        """`{"type": "end", "record"}`."""
        self._print(type="end", record=str(record))

    def _print(self, **event: object) -> None:
        with self._lock:
            print(json.dumps(event, ensure_ascii=False), flush=True)
