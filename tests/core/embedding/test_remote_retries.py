"""Trying again, giving up and leaving alone, on a clock of the test's own."""

import pytest

from desktop_app.core.embedding.remote_errors import NoAnswer, TooShort
from desktop_app.core.embedding.remote_limits import RemoteLimits
from desktop_app.core.embedding.remote_retries import Tries

LIMITS = RemoteLimits(budget_s=10.0, tries=3, backoff_s=1.0, failures=2, rest_s=30.0)


class Scene:
    """Time that passes only while somebody waits, or a try takes some."""

    def __init__(self, *outcomes: NoAnswer | str, takes_s: float = 0.0) -> None:
        self.now = 100.0
        self.waits: list[float] = []
        self.left: list[float] = []
        self.outcomes = list(outcomes)
        self._takes_s = takes_s
        self.tries = Tries(LIMITS, clock=lambda: self.now, sleep=self._wait)

    def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def _once(self, left_s: float) -> str:
        self.left.append(left_s)
        self.now += self._takes_s
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, NoAnswer):
            raise outcome
        return outcome

    def run(self) -> str:
        return self.tries.run(self._once)

    def clause(self) -> str:
        with pytest.raises(NoAnswer) as failed:
            self.run()
        return failed.value.clause


def busy(wait_s: float = 0.0) -> NoAnswer:
    return NoAnswer("is busy", again=True, wait_s=wait_s)


BROKEN = NoAnswer("is broken")


def test_waits_between_tries_grow_and_are_never_quite_the_same() -> None:
    scene = Scene(busy(), busy(), "told")
    assert scene.run() == "told"
    first, second = scene.waits
    assert 0.5 <= first <= 1.0 <= second <= 2.0


def test_the_last_try_is_the_last() -> None:
    scene = Scene(*[busy()] * 5)
    assert scene.clause() == "is busy"
    assert len(scene.left) == LIMITS.tries


def test_every_try_is_told_what_is_left_of_the_budget() -> None:
    scene = Scene(busy(3.0), "told", takes_s=2.0)
    scene.run()
    assert scene.left == pytest.approx([10.0, 5.0])


def test_nobody_waits_beyond_the_budget() -> None:
    scene = Scene(busy(9.0), "told", takes_s=2.0)
    assert scene.clause() == "is busy"
    assert scene.waits == []


def test_what_would_fail_again_is_not_tried_again() -> None:
    scene = Scene(BROKEN, "told")
    assert scene.clause() == "is broken"
    assert scene.outcomes == ["told"]


def test_a_host_that_fails_in_a_row_is_not_asked_until_its_rest_is_over() -> None:
    scene = Scene(BROKEN, BROKEN, "told", "told")
    scene.clause(), scene.clause()
    assert scene.clause() == "is left alone for a while, since it is broken"
    scene.now += LIMITS.rest_s
    assert (scene.run(), scene.run()) == ("told", "told")


def test_after_the_rest_only_one_goes_first() -> None:
    scene = Scene(BROKEN, BROKEN)
    scene.clause(), scene.clause()
    scene.now += LIMITS.rest_s
    refused: list[str] = []

    def first(_: float) -> str:
        refused.append(scene.clause())  # another asks while the first is on its way
        return "told"

    assert scene.tries.run(first) == "told"
    assert refused == ["is left alone for a while, since it is broken"]


def test_a_first_one_that_fails_begins_another_rest() -> None:
    scene = Scene(BROKEN, BROKEN, NoAnswer("is still broken"), "told")
    scene.clause(), scene.clause()
    scene.now += LIMITS.rest_s
    assert scene.clause() == "is still broken"
    assert scene.clause() == "is left alone for a while, since it is still broken"


def test_failures_that_are_not_in_a_row_do_not_count() -> None:
    scene = Scene(BROKEN, "told", BROKEN, "told")
    assert [scene.clause(), scene.run(), scene.clause(), scene.run()] == ["is broken", "told", "is broken", "told"]


def test_a_clip_that_is_too_short_shows_that_the_host_works() -> None:
    scene = Scene(BROKEN, TooShort(), BROKEN, "told")
    assert [scene.clause() for _ in range(3)][1] == "calls the clip too short"
    assert scene.run() == "told"
