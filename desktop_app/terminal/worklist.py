"""A worklist in the terminal: many recordings through warm engines, several at a time, each written as it ends."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import Empty, SimpleQueue

from desktop_app import interruption
from desktop_app.core.export.destination import Destination
from desktop_app.core.export.write import make_folder
from desktop_app.core.worklist.done_record import DoneRecord, Outcome, outcomes_by_name
from desktop_app.core.worklist.items import Item
from desktop_app.jobs.engine_process import EngineProcess
from desktop_app.terminal.export_targets import destinations
from desktop_app.terminal.worklist_item import Ended, ItemWorker, Plan
from desktop_app.terminal.worklist_reporter import WorklistReporter

_LOOK_S = 0.2


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
    waiting, before = prepared(items, plan)
    with DoneRecord(plan.record, plan.shard) as record:
        reporter.begin(len(waiting))
        run = _Run(plan, record, reporter, before, waiting, new_process)
        try:
            return run.finished()
        finally:
            reporter.end(record.path)


def prepared(
    items: Sequence[Item], plan: Plan
) -> tuple[list[tuple[Item, Destination | None]], Mapping[str, Sequence[Outcome]]]:
    """This share of the items, with where the results go that go beside their recordings; and by the names of items how
    they ended before, as far as that is to be believed. Errors as transcribe_worklist's.
    """
    make_folder(plan.record)
    if plan.out is not None:
        make_folder(plan.out)
    before = outcomes_by_name(plan.record) if plan.resume else {}
    places: Sequence[Destination | None] = [None] * len(items)
    if plan.out is None:
        places = destinations([item.path for item in items], None)
    ours = [(item, place) for item, place in zip(items, places, strict=True) if plan.shard.holds(item.name)]
    return ours, before


def note(ended: Ended, record: DoneRecord, reporter: WorklistReporter) -> None:
    """Have it in the record, and tell it; also where the record cannot be written: the same disk may be full."""
    if ended.is_skipped:
        reporter.skipped(ended.outcome)
        return
    try:
        record.append(ended.outcome)
    finally:
        if ended.unwritten is None:
            reporter.ended(ended.outcome)
        else:
            reporter.unwritten(ended.outcome, ended.unwritten)


class _Run:
    """Threads that each have an engine process, and take one item after the other."""

    def __init__(
        self,
        plan: Plan,
        record: DoneRecord,
        reporter: WorklistReporter,
        before: Mapping[str, Sequence[Outcome]],
        ours: Sequence[tuple[Item, Destination | None]],
        new_process: Callable[[], EngineProcess],
    ) -> None:
        self._record, self._reporter, self._before = record, reporter, before
        self._waiting: SimpleQueue[tuple[Item, Destination | None]] = SimpleQueue()
        for each in ours:
            self._waiting.put(each)
        self._is_stopped = False
        self._workers = [ItemWorker(plan, new_process) for _ in range(max(1, min(plan.jobs, len(ours))))]

    def finished(self) -> bool:
        """Do all of it; True if nothing failed."""
        with ThreadPoolExecutor(len(self._workers)) as threads:
            working = [threads.submit(self._work, worker) for worker in self._workers]
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
            for worker in self._workers:
                worker.stop()
        for worker in self._workers:
            worker.close()

    def _left(self) -> Iterator[tuple[Item, Destination | None]]:
        while True:
            try:
                yield self._waiting.get_nowait()
            except Empty:
                return

    def _work(self, worker: ItemWorker) -> int:
        """How many failed."""
        return sum(self._has_failed(worker, item, place) for item, place in self._left())

    def _has_failed(self, worker: ItemWorker, item: Item, place: Destination | None) -> bool:
        ended = worker.do(item, place, self._before.get(item.name, ()))
        if ended.outcome.results or ended.is_skipped or ended.unwritten is not None or not self._is_stopped:
            note(ended, self._record, self._reporter)
        return bool(ended.outcome.reason)
