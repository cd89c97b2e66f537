from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event, Semaphore

import pytest

from desktop_app.core.embedding.batching import Batcher, BatcherClosed

LONG_S = 100.0
"""Longer than any test: only a full batch, or the end, comes before it."""


class Doubling:
    """Work that keeps its batches, and can be told to fail."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.errors: list[BaseException] = []
        self.ran = Semaphore(0)

    def __call__(self, items: Sequence[int]) -> list[int]:
        self.batches.append(sorted(items))
        self.ran.release()
        if self.errors:
            raise self.errors.pop()
        return [2 * item for item in items]


@contextmanager
def callers(
    work: Doubling, items: Sequence[int], *, max_items: int, max_cost: float = 1000.0, wait_s: float = LONG_S
) -> Iterator[tuple[Batcher[int, int], list[Future[int]]]]:
    """A thread for each item; an item costs what it is."""
    batcher = Batcher(work, cost=float, max_items=max_items, max_cost=max_cost, wait_s=wait_s)
    with ThreadPoolExecutor(len(items)) as pool:
        try:
            yield batcher, [pool.submit(batcher.run, item) for item in items]
        finally:
            batcher.close()


def test_every_caller_gets_its_own_result_from_one_batch() -> None:
    work = Doubling()
    with callers(work, [1, 2, 3, 4], max_items=4) as (_, results):
        assert [result.result() for result in results] == [2, 4, 6, 8]
    assert work.batches == [[1, 2, 3, 4]]


def test_a_batch_has_no_more_items_than_it_may() -> None:
    work = Doubling()
    with callers(work, [1, 2, 3, 4, 5, 6], max_items=2) as (_, results):
        assert [result.result() for result in results] == [2, 4, 6, 8, 10, 12]
    assert [len(batch) for batch in work.batches] == [2, 2, 2]


def test_a_batch_costs_no_more_than_it_may() -> None:
    work = Doubling()
    with callers(work, [30, 31, 32], max_items=10, max_cost=50) as (_, results):
        for _ in range(2):
            work.ran.acquire()  # the third waits for company
    assert [result.result() for result in results] == [60, 62, 64]
    assert [len(batch) for batch in work.batches] == [1, 1, 1]


def test_an_item_that_costs_too_much_goes_alone() -> None:
    work = Doubling()
    with callers(work, [70], max_items=10, max_cost=50) as (_, results):
        assert results[0].result() == 140


def test_nobody_waits_for_company_where_there_is_no_wait() -> None:
    batcher = Batcher(Doubling(), cost=float, max_items=10, max_cost=1000, wait_s=0.0)
    assert [batcher.run(item) for item in (1, 2)] == [2, 4]


def test_the_error_of_a_batch_is_the_error_of_each_in_it_and_of_no_other() -> None:
    work = Doubling()
    work.errors = [ValueError("no")]
    with callers(work, [1, 2, 3, 4], max_items=2) as (_, results):
        errors = [result.exception() for result in results]
    assert len(work.batches) == 2
    assert {item for item, error in zip([1, 2, 3, 4], errors, strict=True) if error} == set(work.batches[0])
    assert all(isinstance(error, ValueError) for error in errors if error)


def test_too_few_results_are_an_error() -> None:
    batcher: Batcher[int, int] = Batcher(lambda _: [], cost=float, max_items=1, max_cost=1, wait_s=0.0)
    with pytest.raises(ValueError, match="zip"):
        batcher.run(1)


def test_an_interruption_is_of_the_leader_alone_and_the_others_are_done_all_the_same() -> None:
    work = Doubling()
    work.errors = [KeyboardInterrupt()]
    with callers(work, [1, 2], max_items=2) as (batcher, results):
        work.ran.acquire()
        batcher.close()
        outcomes = [result.exception() or result.result() for result in results]
    assert sorted(isinstance(outcome, KeyboardInterrupt) for outcome in outcomes) == [False, True]
    assert work.batches[0] == [1, 2]
    assert outcomes.count(2 * work.batches[1][0]) == 1


def test_so_many_batches_are_worked_on_at_once_as_may_be() -> None:
    together, at_work, most = Barrier(2), Semaphore(2), []

    def work(items: Sequence[int]) -> Sequence[int]:
        most.append(at_work.acquire(blocking=False))
        together.wait(timeout=10)  # broken where only one comes
        at_work.release()
        return [2 * item for item in items]

    batcher: Batcher[int, int] = Batcher(work, cost=float, max_items=1, max_cost=1000, wait_s=LONG_S, at_once=2)
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(batcher.run, range(6))) == [0, 2, 4, 6, 8, 10]
    assert most == [True] * 6


def test_closing_finishes_what_was_taken_and_refuses_the_rest() -> None:
    begun, go, finished = Event(), Event(), Event()

    def work(items: Sequence[int]) -> Sequence[int]:
        begun.set()
        go.wait()
        finished.set()
        return items

    def close() -> bool:
        batcher.close()
        return finished.is_set()

    batcher: Batcher[int, int] = Batcher(work, cost=float, max_items=1, max_cost=1000, wait_s=LONG_S)
    with ThreadPoolExecutor(2) as pool:
        taken = pool.submit(batcher.run, 1)
        begun.wait()
        closed = pool.submit(close)
        go.set()
        assert closed.result()
        assert taken.result() == 1
    batcher.close()
    with pytest.raises(BatcherClosed):
        batcher.run(2)
