"""Asking a remote diarizer again where that does no harm, and no longer than the budget allows."""

from collections.abc import Callable
from itertools import count
from random import uniform
from typing import TypeVar

from desktop_app.core.embedding.remote_circuit_breaker import Breaker
from desktop_app.core.embedding.remote_errors import NoAnswer
from desktop_app.core.embedding.remote_limits import RemoteLimits

T = TypeVar("T")


class Tries:
    """The tries of every clip; safe to use from several threads."""

    def __init__(self, limits: RemoteLimits, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """clock: seconds that only grow. sleep: waits for so many seconds."""
        self._limits = limits
        self._clock = clock
        self._sleep = sleep
        self._breaker = Breaker(limits, clock)

    def run(self, once: Callable[[float], T]) -> T:
        """What one of a clip's tries gives; NoAnswer of the last one if none does, or at once while the host rests.

        once: told how many seconds are left; raises NoAnswer.
        """
        self._breaker.admit()
        until = self._clock() + self._limits.budget_s
        for number in count(1):
            try:
                given = once(until - self._clock())
            except NoAnswer as failure:
                wait_s = max(failure.wait_s, self._backoff_s(number))
                if not failure.again or number >= self._limits.tries or self._clock() + wait_s >= until:
                    self._note(failure)
                    raise
            else:
                self._breaker.succeeded()
                return given
            self._sleep(wait_s)
        raise AssertionError("count has no end")

    def _backoff_s(self, number: int) -> float:
        longest_s = self._limits.backoff_s * 2 ** (number - 1)
        return uniform(longest_s / 2, longest_s)  # noqa: S311  so that clients do not come back all at once

    def _note(self, failure: NoAnswer) -> None:
        if failure.hosts_fault:
            self._breaker.failed(failure.clause)
        else:
            self._breaker.succeeded()
