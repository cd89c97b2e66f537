"""Where a player says that it is, from what sound systems say of when things sound."""

import pytest

from desktop_app.core.playback.play_head import PlayHead


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_delays_that_jump_about_are_smoothed() -> None:
    clock = Clock()
    head = PlayHead(clock)
    for block in range(200):
        jumps_s = 0.02 if block % 2 else -0.02
        head.given(100 + 0.02 * block + 0.1 + jumps_s, 5 + 0.02 * block, 0.02, 1.0)
        clock.now_s = 100 + 0.02 * block
        if block > 50:
            assert head.position_s == pytest.approx(5 + 0.02 * block - 0.1, abs=0.006)


def test_a_real_step_of_the_delay_is_followed_at_once() -> None:
    clock = Clock()
    head = PlayHead(clock)
    for block in range(100):
        delay_s = 0.1 if block < 50 else 0.4
        head.given(100 + 0.02 * block + delay_s, 5 + 0.02 * block, 0.02, 1.0)
    clock.now_s = 102.0
    assert head.position_s == pytest.approx(5 + 2.0 - 0.4, abs=0.001)


def test_it_never_says_what_was_not_given() -> None:
    clock = Clock()
    head = PlayHead(clock)
    head.hold(3.0)
    head.given(100.5, 3.0, 0.2, 2.0)
    assert head.position_s == 3.0
    clock.now_s = 100.6
    assert head.position_s == pytest.approx(3.2)
    assert not head.is_through
    clock.now_s = 900.0
    assert head.position_s == pytest.approx(3.4)
    assert head.is_through


def test_what_still_sounds_is_told_before_what_sounds_next() -> None:
    clock = Clock()
    head = PlayHead(clock)
    head.given(100.0, 3.0, 1.0, 1.0)
    head.given(101.0, 40.0, 1.0, 1.0)
    clock.now_s = 100.9
    assert head.position_s == pytest.approx(3.9)
    clock.now_s = 101.1
    assert head.position_s == pytest.approx(40.1)
