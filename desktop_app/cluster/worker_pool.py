"""The workers of a run on a cluster: as many as fit, each with its cores and its share of a graphics card."""

import math
import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import Any, Self

from desktop_app import __version__
from desktop_app.cluster.archive_work import Work
from desktop_app.cluster.errors import ClusterError
from desktop_app.cluster.worker_actor import actor_class
from desktop_app.core.transcript.values import EngineUse
from desktop_app.terminal.worklist_item import Plan

_CORES = 2
"""Of a worker, if nothing else is said: with more, its threads wait for each other more often."""
_LOOK_S = 1.0
_FIRST_S = 30.0
"""So long, all workers are waited for, to see by which engines most of them work."""
_MOST_DEATHS = 5
"""So many workers may die one after the other, without anything that comes of them, before none is started anew."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many, as many as fit if None; and what share of a graphics card each has, 0 for none."""

    count: int | None = None
    gpus_each: float = 0.0


@dataclass(frozen=True, slots=True)
class Done:
    """What came of some work, on this node."""

    work: Work
    answer: Any
    node: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A worker cannot do this; a sentence that names its node."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A worker has died, or its node, on which this work was done."""

    work: Work
    node: str


Event = Done | Lost | Refused
_Engines = tuple[tuple[str, str | None], ...]
"""What of them decides what comes of them: their names, and the hashes of their models."""


@dataclass(slots=True)
class _Worker:
    """An actor. running: what is waited for, its start or its work; engines: once it has started, and may be used."""

    actor: Any
    running: Any
    work: Work | None = None
    node: str = ""
    engines: _Engines | None = None


class WorkerPool:
    """Use it in a `with` statement, inside ray_runtime. Workers that die are replaced; one that lacks a model, or has
    another Diarist, keeps its place and gets no work, so that no other is put there."""

    def __init__(self, plan: Plan, asked: Workers) -> None:
        self._asked = asked
        self._packed = pickle.dumps(plan)
        self._workers: list[_Worker] = []
        self._refused: list[str] = []
        self._deaths = 0
        self._wanted: _Engines | None = None

    def __enter__(self) -> Self:
        """ClusterError where no worker can be placed."""
        self._room = _room(self._asked)
        self._started_s = monotonic()
        self._has_told_to_wait = False
        for _ in range(self._room.workers):
            self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        import ray

        for worker in self._workers:
            ray.kill(worker.actor)

    @property
    def engines(self) -> _Engines | None:
        """By which the work is done, None while that is not settled."""
        return self._wanted

    @property
    def is_busy(self) -> bool:
        """Whether any work is being done."""
        return any(worker.work is not None for worker in self._workers)

    @property
    def has_free(self) -> bool:
        """Whether `do` may be called."""
        return self._free() is not None

    @property
    def is_hopeless(self) -> bool:
        """Whether there is no worker any more, and none starts."""
        return not any(worker.running is not None or self._is_ready(worker) for worker in self._workers)

    @property
    def why_hopeless(self) -> str:
        """What the refused ones said, or how the others ended."""
        return "; ".join(sorted(set(self._refused))) or "they die as soon as they start"

    def do(self, work: Work) -> None:
        """Have a free worker do it."""
        worker = self._free()
        if worker is None:
            raise ValueError("no worker is free")
        worker.work = work
        worker.running = worker.actor.do.remote(work.what, *work.asked)

    def events(self) -> Iterator[Event]:
        """What has happened, waiting a moment for it: how work ended, and on which node; what was refused or lost."""
        import ray

        running = {worker.running: worker for worker in self._workers if worker.running is not None}
        ready, _ = ray.wait(list(running), num_returns=1, timeout=_LOOK_S) if running else ((), ())
        for reference in ready:
            yield from self._ended(running[reference])
        if self._wanted is None:
            yield from self._agreed()

    def _ended(self, worker: _Worker) -> Iterator[Event]:
        import ray

        from desktop_app.cluster.node_check import node_names

        reference, work = worker.running, worker.work
        worker.running = worker.work = None
        try:
            answer = ray.get(reference)
        except ray.exceptions.RayError:
            self._replace(worker)
            if work is not None:
                yield Lost(work, worker.node)
            return
        self._deaths = 0
        if work is not None:
            yield Done(work, answer, worker.node)
            return
        node, said = answer
        worker.node = node_names().get(node, node)
        if isinstance(said, str):
            yield self._refusal(worker, said)
            return
        worker.engines = _told_apart(said)
        if self._wanted is not None and worker.engines != self._wanted:
            yield self._refusal(worker, _others(worker.engines, self._wanted))

    def _agreed(self) -> Iterator[Refused]:
        """By which engines it is to be done: by those that most have. Whoever has others is refused."""
        told = Counter(worker.engines for worker in self._workers if worker.engines is not None)
        is_late = monotonic() - self._started_s > _FIRST_S
        if is_late and not any(worker.node for worker in self._workers) and not self._has_told_to_wait:
            self._has_told_to_wait = True
            at = "it prepares its models for the first time, or the cluster has no room for it yet"
            yield Refused(f"no worker has started within {_FIRST_S:g} s: {at}")
        has_heard_all = sum(bool(worker.node) for worker in self._workers) >= self._room.at_once
        if not told or not (is_late or has_heard_all):
            return
        ((self._wanted, _),) = told.most_common(1)
        for worker in self._workers:
            if worker.engines not in (None, self._wanted):
                yield self._refusal(worker, _others(worker.engines, self._wanted))

    def _refusal(self, worker: _Worker, why: str) -> Refused:
        worker.engines = None
        self._refused.append(f"{worker.node}: {why}")
        return Refused(f"the worker on {worker.node} is not used: {why}")

    def _is_ready(self, worker: _Worker) -> bool:
        return worker.engines is not None and worker.engines == self._wanted

    def _free(self) -> _Worker | None:
        return next((each for each in self._workers if each.running is None and self._is_ready(each)), None)

    def _start(self) -> None:
        import ray

        size = {"num_cpus": self._room.cores, "num_gpus": self._asked.gpus_each, "scheduling_strategy": "SPREAD"}
        actor: Any = ray.remote(actor_class()).options(**size).remote()
        self._workers.append(_Worker(actor, actor.begin.remote(__version__, self._packed, self._room.cores)))

    def _replace(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._deaths += 1
        if self._deaths < _MOST_DEATHS:
            self._start()


@dataclass(frozen=True, slots=True)
class _Room:
    """How many workers there are to be, and with how many cores each."""

    workers: int
    cores: int

    @property
    def at_once(self) -> int:
        """How many of them have room just now; that a node has died is known some seconds later."""
        return min(self.workers, sum(each // self.cores for each in _cpus(_nodes())))


def _nodes() -> list[dict[str, float]]:
    """What each has that is there."""
    import ray

    return [node["Resources"] for node in ray.nodes() if node["Alive"]]


def _cpus(nodes: list[dict[str, float]]) -> list[int]:
    """Their cores; a head often gives none."""
    return [cores for node in nodes if (cores := int(node.get("CPU", 0)))]


def _room(asked: Workers) -> _Room:
    nodes = _nodes()
    cpus = _cpus(nodes)
    if asked.count is not None:
        workers = asked.count
    elif asked.gpus_each:
        workers = sum(math.floor(node.get("GPU", 0) / asked.gpus_each + 1e-9) for node in nodes)
    else:
        workers = sum(max(1, cores // _CORES) for cores in cpus)
    if not workers:
        lacking = "a graphics card" if asked.gpus_each else "a core to give"
        raise ClusterError(f"no node of the cluster has {lacking}; say --workers, if some are still to come")
    return _Room(workers, max(1, min([*cpus, sum(cpus) // workers])) if cpus else _CORES)


def _told_apart(engines: tuple[EngineUse, ...]) -> _Engines:
    return tuple((use.name, use.sha256) for use in engines)


def _others(engines: _Engines | None, wanted: _Engines) -> str:
    own = ", ".join(name for name, _ in engines or ())
    most = ", ".join(name for name, _ in wanted)
    return f"it would work by {own}, and the others by {most}; `diarist doctor` there says what is missing"
