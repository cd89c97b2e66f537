"""Work of several threads done together: whoever comes first leads, the others wait for what becomes of their part."""

from collections.abc import Callable, Sequence
from threading import Condition, Lock
from time import monotonic
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class BatcherClosed(RuntimeError):
    """Something was asked for after the batcher had been closed."""


class Batcher(Generic[Item, Result]):
    """Collects items from several threads and works on them in batches, one at a time or a few.

    There is no thread of its own: one of the callers leads, waits a moment for company, takes what is there and runs
    it, while those who come meanwhile gather for the next batch.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Item]], Sequence[Result]],
        *,
        cost: Callable[[Item], float],
        max_items: int,
        max_cost: float,
        wait_s: float,
        at_once: int = 1,
    ) -> None:
        """work: gives a result for each item, in their order; called by that many threads at once, at most.

        A batch has at most max_items items of max_cost in all (one item may cost more alone), and its leader waits up
        to wait_s seconds for it to be full.
        """
        self._work = work
        self._cost = cost
        self._max_items = max_items
        self._max_cost = max_cost
        self._wait_s = wait_s
        self._waiting: list[_Call[Item, Result]] = []
        self._changed = Condition(Lock())
        self._at_once = at_once
        self._gathering = False
        self._at_work = 0
        self._closed = False

    def run(self, item: Item) -> Result:
        """The result for an item; the error of its batch where that failed. BatcherClosed after close()."""
        call: _Call[Item, Result] = _Call(item, self._cost(item))
        try:
            self._join(call)
            while self._has_to_lead(call):
                self._lead_a_batch()
            return call.outcome()
        finally:
            with self._changed:
                self._waiting = [other for other in self._waiting if other is not call]  # it may have been interrupted

    def close(self) -> None:
        """Take nothing more; what has been taken is still finished. Returns once it is. May be called twice."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not (self._waiting or self._gathering or self._at_work))

    def _join(self, call: "_Call[Item, Result]") -> None:
        with self._changed:
            if self._closed:
                raise BatcherClosed("the batcher is closed")
            self._waiting.append(call)
            self._changed.notify_all()

    def _has_to_lead(self, call: "_Call[Item, Result]") -> bool:
        """Wait until the call is done, or it is for its thread to gather the next batch."""

        def may_lead() -> bool:
            return not self._gathering and self._at_work < self._at_once and call in self._waiting

        with self._changed:
            self._changed.wait_for(lambda: call.done or may_lead())
            self._gathering = self._gathering or not call.done
            return not call.done

    def _lead_a_batch(self) -> None:
        batch = self._gathered()
        try:
            self._work_on(batch)
        finally:
            with self._changed:  # an interruption is the leader's alone: another one does the others' part
                self._at_work -= 1
                self._waiting[:0] = [call for call in batch if not call.done]
                self._changed.notify_all()

    def _work_on(self, batch: "Sequence[_Call[Item, Result]]") -> None:
        try:
            results = self._work([call.item for call in batch])
            for call, result in zip(batch, results, strict=True):
                call.result = result
        except Exception as error:  # noqa: BLE001  whatever it is, it is for each caller to handle
            for call in batch:
                call.error = error
        for call in batch:
            call.done = True

    def _gathered(self) -> "list[_Call[Item, Result]]":
        """The next batch: the oldest calls, as many as fit, once they are many enough or the wait is over."""
        until = monotonic() + self._wait_s
        with self._changed:
            try:
                while not (self._closed or self._is_full()) and (left := until - monotonic()) > 0:
                    self._changed.wait(left)
                count = self._fitting()
                batch, self._waiting = self._waiting[:count], self._waiting[count:]
                self._at_work += 1
                return batch
            finally:
                self._gathering = False
                self._changed.notify_all()

    def _is_full(self) -> bool:
        return len(self._waiting) >= self._max_items or sum(call.cost for call in self._waiting) >= self._max_cost

    def _fitting(self) -> int:
        cost = 0.0
        for count, call in enumerate(self._waiting[: self._max_items]):
            cost += call.cost
            if count and cost > self._max_cost:
                return count
        return min(len(self._waiting), self._max_items)


class _Call(Generic[Item, Result]):
    """One item on its way."""

    def __init__(self, item: Item, cost: float) -> None:
        self.item = item
        self.cost = cost
        self.done = False
        self.result: Result | None = None
        self.error: BaseException | None = None

    def outcome(self) -> Result:
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[return-value]
