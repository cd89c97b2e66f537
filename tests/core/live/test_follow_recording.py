"""A recording followed to its end."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from diarization.scripted_segmenter import voices
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.captioner import Captioner
from desktop_app.core.live.events import CaptionEvent, Lag
from desktop_app.core.live.follow_recording import follow_recording
from live.scripted_engines import assert_contract, finals, scripted_engines, speakers_in_the_end

TALK = voices(40.0, *((at % 2, 1.0 + 4 * at, 4.0 + 4 * at) for at in range(9)))


class World:
    """Time that passes only while somebody waits, and a recorder that writes meanwhile; a read costs time too."""

    def __init__(self, *, stalls: Callable[[int], float] = lambda _: 0.0, paused: tuple[float, float] = (0, 0)) -> None:
        self.now_s = 0.0
        self._paused = paused
        self.reads = 0
        self._stalls = stalls
        self._read = 0

    @property
    def recorded_ms(self) -> int:
        begins_s, ends_s = self._paused
        recorded_s = self.now_s - max(0.0, min(self.now_s, ends_s) - begins_s)
        return min(round(recorded_s * 1000), len(TALK) * 1000 // SAMPLE_RATE_HZ)

    @property
    def finished(self) -> bool:
        return self._read >= len(TALK)

    def read(self) -> NDArray[np.float32]:
        self.reads += 1
        self.now_s += self._stalls(self.reads)
        end = self.recorded_ms * SAMPLE_RATE_HZ // 1000
        new, self._read = TALK[self._read : end], end
        return new

    def wait(self, seconds: float) -> None:
        self.now_s += seconds

    def clock(self) -> float:
        return self.now_s


def followed(world: World) -> list[CaptionEvent]:
    events: list[CaptionEvent] = []
    captioner = Captioner(scripted_engines(), recorded_ms=lambda: world.recorded_ms, clock=world.clock)
    follow_recording(world, captioner, events.append, wait=world.wait, clock=world.clock)
    return events


def test_everything_is_captioned_and_the_lag_is_told_every_second() -> None:
    events = followed(World())
    assert_contract(events)
    assert sum(len(final.words) for final in finals(events)) >= 9 * 5
    lags = [event for event in events if isinstance(event, Lag)]
    assert 35 <= len(lags) <= 42
    assert max(lag.lag_ms for lag in lags) <= 100


def test_a_stall_of_many_seconds_loses_nothing_and_is_told_as_lag() -> None:
    events = followed(World(stalls=lambda read: 15.0 if read == 200 else 0.0))
    assert_contract(events)
    assert sum(len(final.words) for final in finals(events)) >= 9 * 5
    assert len(finals(events)) == len(finals(followed(World())))


def test_what_was_begun_before_a_pause_is_settled_within_it_and_the_next_turn_after_it() -> None:
    world = World(paused=(11.0, 100.0))
    told: list[tuple[float, CaptionEvent]] = []
    captioner = Captioner(scripted_engines(), recorded_ms=lambda: world.recorded_ms, clock=world.clock)
    follow_recording(
        world, captioner, lambda event: told.append((world.now_s, event)), wait=world.wait, clock=world.clock
    )
    events = [event for _, event in told]
    assert_contract(events)
    assert sum(len(final.words) for final in finals(events)) >= 9 * 5
    in_pause = [event for at_s, event in told if 11.1 < at_s < 99.9 and not isinstance(event, Lag)]
    (final,) = finals(in_pause)
    assert 8900 <= final.start_ms < final.end_ms <= 11_000
    assert final.speaker == speakers_in_the_end(events)[1]


def test_behind_a_recording_that_is_far_ahead_something_else_gets_its_turn_every_second_of_sound() -> None:
    world, turns = World(), []
    world.now_s = 40.0
    captioner = Captioner(scripted_engines(), recorded_ms=lambda: world.recorded_ms, clock=world.clock)
    follow_recording(
        world,
        captioner,
        lambda _: None,
        between=lambda: turns.append(captioner.heard_ms),
        wait=world.wait,
        clock=world.clock,
    )
    assert len(turns) >= 40
    assert all(after - before <= 1000 for before, after in pairwise(turns))
