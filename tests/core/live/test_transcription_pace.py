"""How often what is being said is written down again."""

import pytest

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.transcription_pace import LONGEST_S, SHORTEST_S, TOO_FAR_BEHIND_MS, TranscriptionPace


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def after_a_pass(took_s: float) -> TranscriptionPace:
    """At the stream's start, by a machine that needs so long for it."""
    clock = Clock()
    pace = TranscriptionPace(clock)
    with pace.measured(0):
        clock.now_s += took_s
    return pace


def due_s(pace: TranscriptionPace) -> float:
    """How much speech it takes until the next pass."""
    return next(at / 100 for at in range(1000) if pace.is_due(at * SAMPLE_RATE_HZ // 100, 0))


def test_the_first_pass_is_due_at_once() -> None:
    assert TranscriptionPace(Clock()).is_due(0, 0)


@pytest.mark.parametrize(("took_s", "between_s"), [(0.0, SHORTEST_S), (0.1, SHORTEST_S), (60.0, LONGEST_S)])
def test_passes_are_neither_closer_nor_further_apart_than_they_may_be(took_s: float, between_s: float) -> None:
    assert due_s(after_a_pass(took_s)) == pytest.approx(between_s, abs=0.011)


def test_a_slow_machine_makes_fewer_passes_and_keeps_time_for_what_is_final() -> None:
    assert 0.9 < due_s(after_a_pass(0.6)) < 2.0


def test_captions_that_are_behind_make_none() -> None:
    pace = after_a_pass(0.1)
    assert pace.is_due(9 * SAMPLE_RATE_HZ, TOO_FAR_BEHIND_MS - 1)
    assert not pace.is_due(9 * SAMPLE_RATE_HZ, TOO_FAR_BEHIND_MS)
