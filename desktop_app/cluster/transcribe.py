"""A worklist on a cluster: Ray's actors take one recording after the other, and this process keeps the record."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop_app import interruption
from desktop_app.cluster.archive_work import ItemPart, LongItem, WholeItem, Work
from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.kept_parts import KeptParts
from desktop_app.cluster.ray_runtime import ray_runtime
from desktop_app.cluster.worker_pool import Done, Event, Lost, Refused, WorkerPool, Workers
from desktop_app.core.export.errors import cause_in_words
from desktop_app.core.worklist.done_record import DoneRecord, Outcome
from desktop_app.core.worklist.items import Item
from desktop_app.terminal.job_request import id_of
from desktop_app.terminal.worklist import note, prepared
from desktop_app.terminal.worklist_item import Ended, HeardPart, Plan
from desktop_app.terminal.worklist_reporter import WorklistReporter

_MOST_DEATHS = 5
"""So many workers may die of a recording before it is given up: most that die are killed by others."""


def transcribe_on_cluster(
    items: Sequence[Item], plan: Plan, reporter: WorklistReporter, address: str, workers: Workers
) -> bool:
    """Transcribe the items, as transcribe_worklist does, by the workers of a cluster. address: see ray_runtime.

    The folders of the plan are the same for all nodes. ClusterError where there is no cluster, or no worker of it can
    do this; else errors as transcribe_worklist's.
    """
    ours, before = prepared(items, plan)
    waiting = [WholeItem(item, place, before.get(item.name, ())) for item, place in ours]
    with DoneRecord(plan.record, plan.shard) as record, ray_runtime(address), WorkerPool(plan, workers) as pool:
        reporter.begin(len(waiting))
        try:
            interruption.respond_by(interruption.Response.RAISE)
            return _Run(plan, pool, record, reporter, waiting).finished()
        finally:
            reporter.end(record.path)


class _Run:
    """Gives every free worker something to do, and notes what comes of it."""

    def __init__(
        self,
        plan: Plan,
        pool: WorkerPool,
        record: DoneRecord,
        reporter: WorklistReporter,
        waiting: Sequence[WholeItem],
    ) -> None:
        self._plan, self._pool, self._record, self._reporter = plan, pool, record, reporter
        self._waiting: deque[Work] = deque(waiting)
        self._kept = KeptParts(plan.record)
        self._deaths: Counter[Work] = Counter()
        self._failed = 0

    def finished(self) -> bool:
        """Do all of it; True if nothing failed."""
        while self._waiting or self._pool.is_busy:
            self._give_out()
            events = list(self._pool.events())
            self._give_out()  # what is next goes on while this is written down
            for event in events:
                self._take(event)
            if self._waiting and self._pool.is_hopeless:
                raise ClusterError(f"no worker of the cluster can do this: {self._pool.why_hopeless}")
        return not self._failed

    def _give_out(self) -> None:
        while self._waiting and self._pool.has_free:
            self._pool.do(self._waiting.popleft())

    def _take(self, event: Event) -> None:
        match event:
            case Refused(sentence):
                self._reporter.told(sentence)
            case Lost(work, node) | Done(work, Ended(has_killed=True) | HeardPart(has_killed=True), node):
                self._lost(work, node)
            case Done(ItemPart() as part, heard, node):
                self._heard(part, heard, node)
            case Done(WholeItem() as whole, Ended(parts=(_, *_)) as ended, _):
                self._cut(whole, ended)
            case Done(LongItem() as long, ended, node):
                self._note(ended, node)
                if not ended.outcome.reason:
                    self._kept.forget(long.id)
            case Done(_, ended, node):
                self._note(ended, node)

    def _cut(self, whole: WholeItem, ended: Ended) -> None:
        """Parts go before all that is new: no recording waits half done for others."""
        outcome = ended.outcome
        recording = id_of([outcome.name, outcome.sha256, outcome.options, self._pool.engines])
        long = LongItem(whole, recording, ended.parts)
        if self._plan.resume:
            kept = (self._kept.find(long.id, span) for span in long.spans)
            long.heard += [part for part in kept if part is not None]
        heard = {part.span for part in long.heard}
        left: list[Work] = [ItemPart(long, span) for span in long.spans if span not in heard]
        self._waiting.extendleft(reversed(left or [long]))

    def _heard(self, part: ItemPart, heard: HeardPart, node: str) -> None:
        long = part.long
        long.heard.append(heard)
        self._keep(long, heard)
        if len(long.heard) < len(long.spans):
            return
        if reasons := [each.reason for each in long.heard if each.reason]:
            self._give_up(long, reasons[0], node)
        else:
            self._waiting.appendleft(long)

    def _keep(self, long: LongItem, part: HeardPart) -> None:
        try:
            self._kept.keep(long.id, part)
        except OSError as error:
            why = cause_in_words(error)
            self._reporter.told(f"{long.item.source}: a part cannot be kept until all are heard: {why}")

    def _lost(self, work: Work, node: str) -> None:
        """Whatever it was doing is done by another, after all others."""
        self._deaths[work] += 1
        if self._deaths[work] < _MOST_DEATHS:
            self._waiting.append(work)
            return
        reason = f"{work.item.source}: {_MOST_DEATHS} workers died while they did it"
        if isinstance(work, ItemPart):
            self._heard(work, HeardPart(work.span, None, 0.0, reason), node)
        else:
            self._give_up(work, reason, node)

    def _give_up(self, work: WholeItem | LongItem, reason: str, node: str) -> None:
        item = work.item
        outcome = Outcome(item.name, item.stretch_ms, None, self._plan.options_id, reason=reason)
        self._note(Ended(outcome), node)

    def _note(self, ended: Ended, node: str) -> None:
        self._failed += bool(ended.outcome.reason)
        began = datetime.now(UTC) - timedelta(seconds=ended.outcome.seconds)  # clocks of nodes differ
        outcome = replace(ended.outcome, node=node, at=began.isoformat())
        note(replace(ended, outcome=outcome), self._record, self._reporter)
