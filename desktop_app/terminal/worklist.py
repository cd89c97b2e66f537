"""A worklist in the terminal: many recordings through warm engines, several at a time, each written as it ends."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from desktop_app import interruption
from desktop_app.core.doubt.doubtful_share import doubtful_share
from desktop_app.core.export.destination import Destination, identities
from desktop_app.core.export.errors import ExportError
from desktop_app.core.export.write import make_folder
from desktop_app.core.pipeline.stages import JobOptions
from desktop_app.core.project.export_format import in_hand
from desktop_app.core.store.content_id import content_id
from desktop_app.core.store.export_record import Origin
from desktop_app.core.store.settings import Settings
from desktop_app.core.store.unexpected_fault import in_one_sentence
from desktop_app.core.transcript.values import Transcript
from desktop_app.core.worklist.done_record import DoneRecord, Outcome, outcomes_in
from desktop_app.core.worklist.items import Item
from desktop_app.core.worklist.shard import Shard
from desktop_app.jobs.engine_process import EngineDied, EngineProcess
from desktop_app.jobs.messages import Done, Failed, TranscribeRequest
from desktop_app.terminal.export_targets import destinations
from desktop_app.terminal.job_request import options_id
from desktop_app.terminal.worklist_reporter import WorklistReporter
from desktop_app.terminal.writing import Unwritten, Writing

_LOOK_S = 0.2
_ID_LETTERS = 10
"""So much of a recording's hash stands in the names of its results: two of a million are hardly ever the same."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with every item.

    out: the folder of all results, whose names end with a part of the recording's hash then; beside each recording,
    under its own name, if None. record: the folder of the record of what is done. resume: leave out what it says is
    done. jobs: how many recordings at a time.
    """

    out: Path | None
    record: Path
    writing: Writing
    options: JobOptions
    settings: Settings
    shard: Shard = field(default_factory=Shard)
    resume: bool = False
    jobs: int = 1


def transcribe_worklist(
    items: Sequence[Item],
    plan: Plan,
    reporter: WorklistReporter,
    *,
    new_process: Callable[[], EngineProcess] = EngineProcess,
) -> bool:
    """Transcribe this share of the items; True if none failed. One that fails is recorded, and the others go on.

    WorklistError where the record cannot be kept, ExportError where there is no folder for the results. What runs when
    this is interrupted is given up; what is written stays, and a later run that resumes does the rest.
    """
    make_folder(plan.record)
    if plan.out is not None:
        make_folder(plan.out)
    done_before = outcomes_in(plan.record) if plan.resume else {}
    places = destinations([item.path for item in items], plan.out)
    ours = [(item, place) for item, place in zip(items, places, strict=True) if plan.shard.holds(item.name)]
    with DoneRecord(plan.record, plan.shard) as record:
        reporter.begin(len(ours))
        run = _Run(plan, record, reporter, done_before, ours, new_process)
        try:
            return run.finished()
        finally:
            reporter.end(record.path)


class _Run:
    """Threads that each have an engine process, and take one item after the other."""

    def __init__(
        self,
        plan: Plan,
        record: DoneRecord,
        reporter: WorklistReporter,
        done_before: Mapping[object, Outcome],
        ours: Sequence[tuple[Item, Destination]],
        new_process: Callable[[], EngineProcess],
    ) -> None:
        self._plan, self._record, self._reporter, self._done_before = plan, record, reporter, done_before
        self._options_id = plan.writing.asked_with(options_id(plan.options, plan.settings))
        self._waiting: SimpleQueue[tuple[Item, Destination]] = SimpleQueue()
        for each in ours:
            self._waiting.put(each)
        self._is_stopped = False
        self._processes = [new_process() for _ in range(max(1, min(plan.jobs, len(ours))))]

    def finished(self) -> bool:
        """Do all of it; True if nothing failed."""
        with ThreadPoolExecutor(len(self._processes)) as threads:
            working = [threads.submit(self._work, process) for process in self._processes]
            try:
                interruption.respond_by(interruption.Response.RAISE)
                return not sum(each.result() for each in working)
            finally:
                self._stop(working)

    def _stop(self, working: Sequence[Future[int]]) -> None:
        """Take up nothing more, and give up what runs."""
        self._is_stopped = True
        for _ in self._left():
            pass
        while wait(working, timeout=_LOOK_S).not_done:
            for process in self._processes:
                process.kill()
        for process in self._processes:
            process.close()

    def _left(self) -> Iterator[tuple[Item, Destination]]:
        while True:
            try:
                yield self._waiting.get_nowait()
            except Empty:
                return

    def _work(self, process: EngineProcess) -> int:
        """How many failed."""
        return sum(bool(self._do(item, place, process).reason) for item, place in self._left())

    def _do(self, item: Item, place: Destination, process: EngineProcess) -> Outcome:
        stretch_ms = (item.stretch.start_ms, item.stretch.end_ms) if item.stretch is not None else None
        now = datetime.now(UTC).isoformat()
        known = Outcome(item.name, stretch_ms, content_id(item.path), self._options_id, at=now)
        if self._is_done(known):
            self._reporter.skipped(known)
            return known
        started_s = monotonic()
        unwritten: Transcript | None = None
        try:
            outcome = self._transcribed(item, self._place(item, place, known), process, known)
        except _Given as given:
            outcome = replace(known, reason=str(given))
        except ExportError as error:
            outcome = replace(known, reason=str(error))
        except Unwritten as error:
            unwritten = error.transcript
            outcome = replace(_heard_of(item, unwritten, known), reason=str(error), kept=tuple(map(str, error.kept)))
        except Exception as error:  # noqa: BLE001  the border of one item: whatever it is, the next one is done
            outcome = replace(known, reason=str(in_one_sentence(item.path, error)))
        outcome = replace(outcome, seconds=round(monotonic() - started_s, 2))
        if outcome.results or unwritten is not None or not self._is_stopped:
            self._note(outcome, unwritten)
        return outcome

    def _note(self, outcome: Outcome, unwritten: Transcript | None) -> None:
        """Tell it also where the record cannot be written: the same disk may be full."""
        try:
            self._record.append(outcome)
        finally:
            if unwritten is None:
                self._reporter.ended(outcome)
            else:
                self._reporter.unwritten(outcome, unwritten)

    def _transcribed(self, item: Item, place: Destination, process: EngineProcess, known: Outcome) -> Outcome:
        made_with = f"{known.options} {known.stretch_ms or ''}".strip()
        self._plan.writing.try_place(place, Origin(known.sha256, made_with), item.path)
        transcript = self._heard(item, process)
        exported = self._plan.writing.write(item.path, transcript, place, self._plan.options, made_with)
        heard = _heard_of(item, transcript, known)
        names = self._plan.writing.names_left(transcript)
        return replace(
            heard,
            results=tuple(self._seen_from_record(path) for path in exported.paths),
            warnings=(*heard.warnings, names) if names else heard.warnings,
        )

    def _heard(self, item: Item, process: EngineProcess) -> Transcript:
        options = replace(self._plan.options, keep_voices=self._plan.options.keep_voices and item.stretch is None)
        request = TranscribeRequest(item.path, options, (), item.stretch, self._plan.settings)
        if self._is_stopped:
            raise _Given(f"{item.path}: interrupted")
        try:
            last = list(process.ask(request))[-1]
        except EngineDied as error:
            raise _Given(f"{item.path}: the engine process is gone: {error}") from error
        if not isinstance(last, Done):
            raise _Given(f"{item.path}: {last.reason} {last.hint}".strip() if isinstance(last, Failed) else str(last))
        return last.transcript

    def _is_done(self, known: Outcome) -> bool:
        before = self._done_before.get(known.key)
        if before is None or before.reason or known.sha256 is None:
            return False
        wanted = {f".{ending}" for ending in self._plan.writing.endings}
        there = [name for name in before.results if (self._plan.record / name).exists()]
        return all(any(name.endswith(ending) for name in there) for ending in wanted)

    def _place(self, item: Item, place: Destination, known: Outcome) -> Destination:
        """Where the results go. Beside the recordings as people call them, in a folder of all by what is in them."""
        if self._plan.out is None:
            return place
        stem = f"{item.path.stem}.{(known.sha256 or '')[:_ID_LETTERS]}"
        if item.stretch is not None:
            stem += f".{item.stretch.start_ms}-{item.stretch.end_ms}"
        return Destination(self._plan.out, stem, identities([item.path]), in_hand=in_hand)

    def _seen_from_record(self, path: Path) -> str:
        path, folder = path.absolute(), self._plan.record.absolute()
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


class _Given(Exception):
    """An item was given up; the message is for people."""


def _heard_of(item: Item, transcript: Transcript, known: Outcome) -> Outcome:
    """What is known of an item, and what its transcript tells of the work."""
    doubtful = doubtful_share(transcript)
    return replace(
        known,
        sound_s=_sound_s(item, transcript),
        engines=tuple(engine.name for engine in transcript.engines),
        warnings=transcript.warnings,
        language=transcript.language or "",
        doubtful=None if doubtful is None else round(doubtful, 3),
        speakers=len(transcript.speakers),
    )


def _sound_s(item: Item, transcript: Transcript) -> float:
    before_ms = item.stretch.start_ms if item.stretch is not None else 0
    return round((transcript.audio.duration_ms - before_ms) / 1000, 2)
