"""A worklist on a cluster: Ray's actors take one recording after the other, and this process keeps the record."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app import interruption
from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.ray_runtime import ray_runtime
from desktop_app.cluster.worker_pool import Lost, Refused, WorkerPool, Workers
from desktop_app.core.export.destination import Destination
from desktop_app.core.worklist.done_record import DoneRecord, Outcome
from desktop_app.core.worklist.items import Item
from desktop_app.terminal.worklist import note, prepared
from desktop_app.terminal.worklist_item import Ended, Plan
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
    waiting, before = prepared(items, plan)
    with DoneRecord(plan.record, plan.shard) as record, ray_runtime(address), WorkerPool(plan, workers) as pool:
        reporter.begin(len(waiting))
        try:
            interruption.respond_by(interruption.Response.RAISE)
            return _Run(plan, pool, record, reporter, before, waiting).finished()
        finally:
            reporter.end(record.path)


class _Run:
    """Gives every free worker the next recording, and notes what comes of it."""

    def __init__(
        self,
        plan: Plan,
        pool: WorkerPool,
        record: DoneRecord,
        reporter: WorklistReporter,
        before: Mapping[str, Sequence[Outcome]],
        ours: Sequence[tuple[Item, Destination | None]],
    ) -> None:
        self._plan, self._pool, self._before = plan, pool, before
        self._record, self._reporter = record, reporter
        self._waiting = deque(ours)
        self._deaths: dict[Item, int] = {}
        self._failed = 0

    def finished(self) -> bool:
        """Do all of it; True if nothing failed."""
        while self._waiting or self._pool.is_busy:
            while self._waiting and self._pool.has_free:
                item, place = self._waiting.popleft()
                self._pool.do((item, place), item, place, self._before.get(item.name, ()))
            for event in self._pool.events():
                self._take(event)
            if self._waiting and self._pool.is_hopeless:
                raise ClusterError(f"no worker of the cluster can do this: {self._pool.why_hopeless}")
        return not self._failed

    def _take(self, event: Refused | Lost | tuple[Ended, str]) -> None:
        match event:
            case Refused(sentence):
                self._reporter.told(sentence)
            case Lost((item, place), node):
                self._lost(item, place, node)
            case (ended, node):
                self._note(replace(ended, outcome=replace(ended.outcome, node=node)))

    def _lost(self, item: Item, place: Destination | None, node: str) -> None:
        """Whatever it was doing is done by another, after all others."""
        self._deaths[item] = self._deaths.get(item, 0) + 1
        if self._deaths[item] < _MOST_DEATHS:
            self._waiting.append((item, place))
            return
        reason = f"{item.source}: {_MOST_DEATHS} workers died while they did it, the last on {node}"
        self._note(Ended(Outcome(item.name, item.stretch_ms, None, self._plan.options_id, reason=reason, node=node)))

    def _note(self, ended: Ended) -> None:
        self._failed += bool(ended.outcome.reason)
        note(ended, self._record, self._reporter)
