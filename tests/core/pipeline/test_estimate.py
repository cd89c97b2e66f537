from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.pipeline.estimate import JobEstimate
from desktop_app.core.pipeline.given import Missing
from desktop_app.core.pipeline.stages import Stage


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_the_job_gets_on_with_every_step_of_every_stage_until_it_is_done() -> None:
    estimate = JobEstimate(Clock())
    fractions = [estimate.at(stage, step / 10)[0] for stage in Stage for step in range(11)]
    assert fractions[0] == 0.0
    assert fractions[-1] == pytest.approx(1.0)
    assert all(before <= after + 1e-12 for before, after in pairwise(fractions))
    assert len(set(fractions)) > 30


@settings(deadline=None)
@given(st.sampled_from(Stage), st.floats(0, 1), st.floats(0, 1000))
def test_the_fraction_is_between_nothing_and_all_and_no_time_left_is_negative(
    stage: Stage, fraction: float, elapsed_s: float
) -> None:
    clock = Clock()
    estimate = JobEstimate(clock)
    estimate.at(Stage.DECODING, 0.0)
    clock.now_s += elapsed_s
    overall, left_s = estimate.at(stage, fraction)
    assert -1e-9 <= overall <= 1 + 1e-9
    assert left_s is None or left_s >= -1e-6


def test_nothing_is_said_about_the_time_left_before_it_can_be_told() -> None:
    clock = Clock()
    estimate = JobEstimate(clock)
    assert estimate.at(Stage.LOADING, 0.0) == (0.0, None)
    assert estimate.at(Stage.DECODING, 0.0)[1] is None
    clock.now_s += 0.9
    assert estimate.at(Stage.EMBEDDING, 0.5)[1] is None
    clock.now_s += 10
    assert estimate.at(Stage.DECODING, 0.1)[1] is None
    assert estimate.at(Stage.EMBEDDING, 0.5)[1] is not None


def test_half_the_work_leaves_as_much_time_as_it_took() -> None:
    clock = Clock()
    estimate = JobEstimate(clock)
    estimate.at(Stage.DECODING, 0.0)
    clock.now_s += 20
    overall, left_s = estimate.at(Stage.TRANSCRIPTION, 0.0)
    assert overall == pytest.approx(0.5)
    assert left_s == pytest.approx(20.0)


def test_the_time_that_models_take_to_be_prepared_and_load_is_not_counted() -> None:
    clock = Clock()
    estimate = JobEstimate(clock)
    estimate.at(Stage.PREPARING, 0.5)
    estimate.at(Stage.LOADING, 0.0)
    clock.now_s += 500
    estimate.at(Stage.DECODING, 0.0)
    clock.now_s += 20
    assert estimate.at(Stage.TRANSCRIPTION, 0.0)[1] == pytest.approx(20.0)


def test_what_a_job_does_not_do_is_not_counted_as_done() -> None:
    clock = Clock()
    estimate = JobEstimate(clock, left_out=Missing.WORDS.left_out)
    estimate.at(Stage.DECODING, 0.0)
    clock.now_s += 2
    overall, left_s = estimate.at(Stage.TRANSCRIPTION, 0.0)
    assert overall == pytest.approx(0.2 / 2.2)
    assert left_s == pytest.approx(20)
