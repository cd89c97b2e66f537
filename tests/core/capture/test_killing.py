import random
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from fake_input import FakeClock
from killed_recorder import RATE_HZ, counted_sound, kill_recorder
from numpy.typing import NDArray

from desktop_app.core.capture.growing_sound import GrowingSound
from desktop_app.core.capture.recovery import recover, unfinished

Read = Callable[[Path], NDArray[np.int16]]
KILLS = 10
PACE = 8.0
LENGTH_SAMPLES = 10 * RATE_HZ


def played_samples(path: Path) -> int:
    """How many samples a player hears."""
    with av.open(path) as container:
        return sum(frame.samples for frame in container.decode(audio=0))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(KILLS))
def test_of_a_recorder_that_is_killed_no_more_than_two_seconds_are_lost(
    tmp_path: Path, samples_of: Read, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "Recording"
    given_samples = kill_recorder(
        folder,
        # The last of them are killed while they finish.
        after_samples=LENGTH_SAMPLES if seed >= KILLS - 3 else chance.randrange(RATE_HZ, LENGTH_SAMPLES),
        delay_s=chance.uniform(0, 0.05),
        length_samples=LENGTH_SAMPLES,
        pace=PACE,
        segment_s=1.5,
    )
    for file in folder.glob("*.wav"):
        assert len(samples_of(file)) == played_samples(file)
    read_to_the_end(folder)
    for found in unfinished(tmp_path):
        recover(found)
    sound = samples_of(folder / "Recording.wav")
    assert np.array_equal(sound, counted_sound(0, len(sound)))
    assert given_samples - len(sound) <= 2 * RATE_HZ
    assert unfinished(tmp_path) == ()


def read_to_the_end(folder: Path) -> None:
    """Captions of what was killed come to an end as well."""
    clock = FakeClock()
    growing = GrowingSound(folder, clock=clock)
    while not growing.finished:
        growing.read()
        clock.advance(0.05)
