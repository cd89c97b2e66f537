"""A worklist that is done with engines that write down the name of a recording."""

from functools import partial
from pathlib import Path

from scripted_engine_process import serve

from desktop_app.core.export.registry import format_for
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.store.settings import Settings
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.done_record import Outcome
from desktop_app.core.worklist.items import Item, items_of
from desktop_app.jobs.engine_process import EngineProcess
from desktop_app.terminal.worklist import transcribe_worklist
from desktop_app.terminal.worklist_item import Plan
from desktop_app.terminal.worklist_reporter import WorklistReporter
from desktop_app.terminal.writing import Writing

TXT = format_for("txt")
SCRIPTED = partial(EngineProcess, serve, name="scripted-engines")


class Notes:
    """Keeps what a reporter is told."""

    def __init__(self) -> None:
        self.count = 0
        self.sentences: list[str] = []
        self.done_before: list[str] = []
        self.outcomes: list[Outcome] = []
        self.record: Path | None = None
        self.unwritten_transcripts: list[Transcript] = []

    def begin(self, count: int) -> None:
        self.count = count

    def told(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def skipped(self, outcome: Outcome) -> None:
        self.done_before.append(outcome.name)

    def ended(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def unwritten(self, outcome: Outcome, transcript: Transcript) -> None:
        self.ended(outcome)
        self.unwritten_transcripts.append(transcript)

    def end(self, record: Path) -> None:
        self.record = record


def plan(record: Path, out: Path | None = None) -> Plan:
    return Plan(out, record, Writing((TXT,)), JobOptions(), Settings())


def done(items: list[Item], asked: Plan, notes: Notes | None = None) -> Notes:
    notes = notes or Notes()
    notes_failed = not transcribe_worklist(items, asked, notes, new_process=SCRIPTED)
    assert notes_failed == any(outcome.reason for outcome in notes.outcomes)
    return notes


def transcribe_scripted(archive: Path, reporter: WorklistReporter) -> bool:
    """Transcribe a folder's recordings into it; True if none failed."""
    items = items_of([archive], recursive=False)
    return transcribe_worklist(items, plan(archive), reporter, new_process=SCRIPTED)


def times_asked(folder: Path) -> dict[str, int]:
    return {path.stem: len(path.read_text()) for path in folder.rglob("*.asked")}
