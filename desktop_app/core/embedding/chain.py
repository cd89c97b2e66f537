"""Embedders in order of preference: what one cannot do is given to the next, counted, and told."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TypeVar

from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.first_usable import first_that_loads
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.transcript.values import EmbeddingReport, EngineUse, Fallback, SourceCount
from desktop_app.translation import tr

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A way to embed. name: 'torch', 'onnx' or 'remote'; slot: what loads its embedder, once."""

    name: str
    slot: LazyEngine[Embedder]


@dataclass(slots=True)
class _Tally:
    """What happened in one job."""

    embedded: Counter[str] = field(default_factory=Counter)
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)
    lost: int = 0
    too_short: int = 0


class EmbedderChain:
    """The embedders of one job; safe to use from several threads."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """sources: at least one, the preferred first. ModelUnavailable if none of them loads."""
        self._sources = tuple(sources)
        self._lock = Lock()
        self._tally = _Tally()
        preferred = first_that_loads([source.slot.get for source in self._sources])
        self.first = preferred.engine
        """The embedder that is asked first, if all goes well."""
        self.passed_over = preferred.passed_over
        """Why each source before it does not load."""
        self._refused = {source.name: failure for source, failure in zip(self._sources, self.passed_over, strict=False)}
        self._requests_before = self._requests()

    @property
    def first_name(self) -> str:
        """The name of the first embedder's source."""
        return next(source.name for source in self._sources if source.slot.loaded is self.first)

    @property
    def dimension(self) -> int:
        """Length of an embedding."""
        return self.first.dimension

    @property
    def callers(self) -> int:
        """How many threads it takes to keep the first embedder busy."""
        return self.first.callers

    def apply(self, work: Callable[[Embedder], T]) -> T | None:
        """What the first embedder that can makes of a segment; None where none can. Every outcome is counted.

        work: raises EmbeddingFailed where the embedder fails it.
        """
        for source in self._sources:
            try:
                done = work(self._embedder(source))
            except (EmbeddingFailed, ModelUnavailable) as failure:
                with self._lock:
                    self._tally.failed[source.name, failure.reason] += 1
            else:
                with self._lock:
                    self._tally.embedded[source.name] += 1
                return done
        with self._lock:
            self._tally.lost += 1
        return None

    def skip(self) -> None:
        """Count a segment with too little speech to be told."""
        with self._lock:
            self._tally.too_short += 1

    def report(self) -> EmbeddingReport:
        """What has happened so far."""
        with self._lock:
            tally = self._tally
            counts = [
                SourceCount(source.name, self._use(source.name).device, tally.embedded[source.name])
                for source in self._sources
                if tally.embedded[source.name]
            ]
            fallbacks = [Fallback(name, reason, segments) for (name, reason), segments in tally.failed.items()]
            requests = self._requests() - self._requests_before
            return EmbeddingReport(tuple(counts), tuple(fallbacks), tally.lost, tally.too_short, requests)

    def uses(self) -> tuple[EngineUse, ...]:
        """The engines that embedded any segment, each with its share where not all went to one; at least the first."""
        report = self.report()
        if len(report.sources) == 1 and not report.fallbacks:
            return (self._use(report.sources[0].source),)
        total = report.embedded + report.lost
        shares = {count.source: count.segments for count in report.sources} or {self._sources[0].name: 0}
        if not total:
            return (self.first.use,)
        return tuple(_with_share(self._use(name), f"{count} of {total} segments") for name, count in shares.items())

    def _use(self, name: str) -> EngineUse:
        embedder = next(source.slot.loaded for source in self._sources if source.name == name)
        return self.first.use if embedder is None else embedder.use

    def _embedder(self, source: Source) -> Embedder:
        if source.name in self._refused:
            raise self._refused[source.name]  # asked once a job: whether something has changed takes looking at files
        try:
            embedder = source.slot.get()
        except ModelUnavailable as failure:
            self._refused[source.name] = failure
            raise
        if embedder.dimension != self.dimension:
            found, wanted = embedder.dimension, self.dimension
            raise EmbeddingFailed(tr("its embeddings have {found} numbers, not {wanted}", found=found, wanted=wanted))
        return embedder

    def _requests(self) -> int:
        """Made over the network by all that is loaded, in this job and before."""
        return sum(embedder.requests for source in self._sources if (embedder := source.slot.loaded) is not None)


def alone(embedder: Embedder, name: str = "onnx") -> EmbedderChain:
    """A chain of this embedder."""
    return EmbedderChain([Source(name, LazyEngine(lambda: embedder))])


def _with_share(use: EngineUse, share: str) -> EngineUse:
    return replace(use, note=f"{use.note}; {share}" if use.note else share)
