"""What a worklist says of itself: a line for each item and a summary, for people or for programs."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol

from desktop_app.core.archive.kinds import kinds
from desktop_app.core.export.formats.plain_text import render
from desktop_app.core.transcript.clock import duration_in_words
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.terminal.reporter import where_kept


class WorklistReporter(Protocol):
    """Told of a worklist; of its items from several threads at once."""

    def begin(self, count: int) -> None:
        """So many items are to be done."""

    def told(self, sentence: str) -> None:
        """Something concerns all of it."""

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


class _Tally:
    """How far a worklist is."""

    def __init__(self) -> None:
        self.count = self.done = self.skipped = 0
        self.failures: list[Outcome] = []
        self._started_s = 0.0

    def add(self, outcome: Outcome) -> None:
        """It is done, or has failed."""
        if not self.done:  # that workers start is not counted
            self._started_s = monotonic() - outcome.seconds
        self.done += 1
        if outcome.reason:
            self.failures.append(outcome)

    @property
    def left_s(self) -> float:
        """How long the rest will take, as far as what is done tells."""
        left = self.count - self.done - self.skipped
        return left * (monotonic() - self._started_s) / max(1, self.done)

    def failures_by_reason(self) -> dict[str, tuple[str, ...]]:
        """The names of those that failed, by why, most first."""
        return {kind.said: kind.names for kind in kinds((each, each.reason) for each in self.failures)}


class TextWorklistReporter:
    """A line for each item on standard error, with what is left; failures also where it is to be quiet."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        self._lock = Lock()
        self._tally = _Tally()

    def begin(self, count: int) -> None:
        """See WorklistReporter."""
        self._tally.count = count

    def told(self, sentence: str) -> None:
        """See WorklistReporter."""
        with self._lock:
            print(f"diarist: {sentence}", file=sys.stderr, flush=True)

    def skipped(self, outcome: Outcome) -> None:
        """See WorklistReporter."""
        with self._lock:
            self._tally.skipped += 1
            self._say(f"{outcome.name}: done already")

    def ended(self, outcome: Outcome) -> None:
        """See WorklistReporter."""
        with self._lock:
            self._tally.add(outcome)
            if outcome.reason:
                where = f" (on {outcome.node})" if outcome.node else ""
                print(f"diarist: {outcome.reason}{where}", file=sys.stderr, flush=True)
                return
            sound, took = duration_in_words(outcome.sound_s), duration_in_words(outcome.seconds)
            left = f" · {duration_in_words(self._tally.left_s)} left" if self._tally.left_s else ""
            self._say(f"{outcome.name}: {sound} in {took}{left}")
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
        tally = self._tally
        counts = [f"{tally.done - len(tally.failures)} done"]
        counts += [f"{tally.skipped} done before"] if tally.skipped else []
        counts += [f"{len(tally.failures)} failed"] if tally.failures else []
        print(f"{', '.join(counts)}. How each ended is in {record}", file=sys.stderr)
        for reason, names in tally.failures_by_reason().items():
            print(f"  {len(names)} failed: {reason}", file=sys.stderr)
            for name in names:
                print(f"    {name}", file=sys.stderr)

    def _say(self, line: str) -> None:
        if not self._is_quiet:
            tally = self._tally
            print(f"[{tally.done + tally.skipped}/{tally.count}] {line}", file=sys.stderr, flush=True)


class JsonWorklistReporter:
    """Every event as one line of JSON on standard output."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._tally = _Tally()

    def begin(self, count: int) -> None:
        """`{"type": "begin", "count"}`."""
        self._tally.count = count
        self._print(type="begin", count=count)

    def told(self, sentence: str) -> None:
        """`{"type": "told", "text"}`."""
        self._print(type="told", text=sentence)

    def skipped(self, outcome: Outcome) -> None:
        """`{"type": "skipped", "name"}`."""
        self._tally.skipped += 1
        self._print(type="skipped", name=outcome.name)

    def ended(self, outcome: Outcome) -> None:
        """`{"type": "failed" or "done"}` with all that the record has, and `"left_s"`, seconds for the rest."""
        self._ended(outcome)

    def unwritten(self, outcome: Outcome, transcript: Transcript) -> None:
        """`{"type": "failed"}` as `ended`, and the transcript as `"text"`."""
        self._ended(outcome, text=render(transcript))

    def end(self, record: Path) -> None:
        """`{"type": "end", "record", "failed"}`, the names of what failed by their reasons."""
        self._print(type="end", record=str(record), failed=self._tally.failures_by_reason())

    def _ended(self, outcome: Outcome, **more: object) -> None:
        with self._lock:
            self._tally.add(outcome)
        kind = "failed" if outcome.reason else "done"
        self._print(type=kind, **asdict(outcome), left_s=round(self._tally.left_s, 1), **more)

    def _print(self, **event: object) -> None:
        with self._lock:
            print(json.dumps(event, ensure_ascii=False), flush=True)
