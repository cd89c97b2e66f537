"""What one embedder cannot do is done by the next, and told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from desktop_app.core.embedding.chain import EmbedderChain, Source, alone
from desktop_app.core.embedding.embedder import Embedder
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.lazy_engine import LazyEngine
from desktop_app.core.transcript.values import EmbeddingReport, EngineUse, Fallback, SourceCount
from embedding.scripted_embedder import ScriptedEmbedder


class Named(ScriptedEmbedder):
    """Is known by its device."""

    def __init__(self, device: str, *, dimension: int = 8) -> None:
        super().__init__()
        self.use = EngineUse(role="embedding", name="scripted", device=device, note="a note")
        self.dimension = dimension


def source(name: str, device: str, *, dimension: int = 8) -> Source:
    return Source(name, LazyEngine(lambda: Named(device, dimension=dimension)))


def broken(name: str, reason: str = "it is missing") -> Source:
    def load() -> Embedder:
        raise ModelUnavailable(f"The {name} one", reason, f"Get {name}")

    return Source(name, LazyEngine(load))


def failing_on(device: str, reason: str = "no answer") -> Callable[[Embedder], str]:
    def work(embedder: Embedder) -> str:
        if embedder.use.device == device:
            raise EmbeddingFailed(reason)
        return embedder.use.device

    return work


def test_the_first_that_loads_does_all_the_work_and_nothing_else_is_loaded() -> None:
    second = LazyEngine(lambda: pytest.fail("it was not needed"))
    chain = EmbedderChain([source("torch", "cuda"), Source("onnx", second)])
    assert [chain.apply(lambda embedder: embedder.use.device) for _ in range(3)] == ["cuda"] * 3
    assert chain.report() == EmbeddingReport((SourceCount("torch", "cuda", 3),))
    assert chain.uses() == (Named("cuda").use,)
    assert chain.passed_over == ()


def test_a_source_that_does_not_load_is_passed_over_with_its_reason_and_every_segment_is_counted() -> None:
    chain = EmbedderChain([broken("torch"), source("onnx", "cpu")])
    assert [str(each) for each in chain.passed_over] == ["The torch one: it is missing. Get torch"]
    assert chain.first.use.device == "cpu"
    for _ in range(4):
        assert chain.apply(lambda embedder: embedder.use.device) == "cpu"
    report = chain.report()
    assert report.sources == (SourceCount("onnx", "cpu", 4),)
    assert report.fallbacks == (Fallback("torch", "it is missing", 4),)


def test_a_segment_that_one_fails_goes_to_the_next_and_the_others_stay() -> None:
    chain = EmbedderChain([source("remote", "gpu:8080"), source("onnx", "cpu")])
    assert chain.apply(lambda embedder: embedder.use.device) == "gpu:8080"
    assert chain.apply(failing_on("gpu:8080")) == "cpu"
    assert chain.report() == EmbeddingReport(
        (SourceCount("remote", "gpu:8080", 1), SourceCount("onnx", "cpu", 1)), (Fallback("remote", "no answer", 1),)
    )
    assert [use.note for use in chain.uses()] == ["a note; 1 of 2 segments"] * 2


def test_different_reasons_are_counted_apart() -> None:
    chain = EmbedderChain([source("remote", "gpu"), source("onnx", "cpu")])
    for reason in ("timed out", "refused", "timed out"):
        chain.apply(failing_on("gpu", reason))
    assert set(chain.report().fallbacks) == {Fallback("remote", "timed out", 2), Fallback("remote", "refused", 1)}


def test_a_segment_that_nothing_can_tell_is_lost_and_counted() -> None:
    chain = EmbedderChain([source("onnx", "cpu")])
    assert chain.apply(failing_on("cpu")) is None
    assert chain.report() == EmbeddingReport(fallbacks=(Fallback("onnx", "no answer", 1),), lost=1)
    assert [use.note for use in chain.uses()] == ["a note; 0 of 1 segments"]


def test_embeddings_of_another_length_count_as_a_failure() -> None:
    chain = EmbedderChain([source("remote", "gpu"), source("onnx", "cpu", dimension=7)])
    assert chain.apply(failing_on("gpu")) is None
    assert Fallback("onnx", "its embeddings have 7 numbers, not 8", 1) in chain.report().fallbacks


def test_where_nothing_loads_every_reason_is_told() -> None:
    with pytest.raises(ModelUnavailable) as refused:
        EmbedderChain([broken("torch", "no card"), broken("onnx", "no file")])
    assert refused.value.reason == "no card; The onnx one: no file"
    assert refused.value.hint == "Get torch"


def test_segments_too_short_to_be_told_are_counted_apart() -> None:
    chain = alone(ScriptedEmbedder())
    chain.skip()
    assert chain.report() == EmbeddingReport(too_short=1)
    assert chain.uses() == (ScriptedEmbedder.use,)


def test_only_the_requests_of_this_job_are_counted() -> None:
    embedder = ScriptedEmbedder()
    embedder.requests = 5
    slot: LazyEngine[Embedder] = LazyEngine(lambda: embedder)
    slot.get()
    chain = EmbedderChain([Source("remote", slot)])
    embedder.requests = 12
    assert chain.report().requests == 7


def test_many_threads_are_counted_one_by_one() -> None:
    chain = EmbedderChain([source("remote", "gpu"), source("onnx", "cpu")])
    fail = failing_on("gpu")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: chain.apply(fail), range(200)))
    assert chain.report().sources == (SourceCount("onnx", "cpu", 200),)
    assert chain.report().fallbacks == (Fallback("remote", "no answer", 200),)


def test_a_failure_that_is_no_failure_of_the_embedder_comes_out() -> None:
    def wrong(_: Embedder) -> np.ndarray:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        alone(ScriptedEmbedder()).apply(wrong)
