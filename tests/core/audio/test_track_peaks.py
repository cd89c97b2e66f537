"""The peaks of all tracks and channels that are heard."""

import numpy as np
import pytest

from desktop_app.core.audio.decode import Block
from desktop_app.core.audio.peaks import PAIR_SAMPLES
from desktop_app.core.audio.track_peaks import TrackPeaks
from desktop_app.core.audio.tracks import SoundTrack
from desktop_app.core.transcript.values import HeardTrack


def track(number: int, channels: int) -> SoundTrack:
    return SoundTrack(number, None, 16_000, channels, ("FL", "FR")[:channels])


def block(number: int, *levels: float, pairs: int = 4) -> Block:
    """A channel for each level, at which it stays."""
    return Block(np.tile(np.float32(levels), (pairs * PAIR_SAMPLES, 1)), number, 0.0)


def test_a_channel_turned_round_takes_no_sound_away() -> None:
    made = TrackPeaks([track(1, 2)])
    made.add(block(0, 0.5, -0.5))
    assert made.peaks().pairs.tolist() == [[-64] * 4, [64] * 4]


def test_of_several_tracks_the_loudest_counts_and_the_longest_says_how_long_it_is() -> None:
    made = TrackPeaks([track(1, 1), track(2, 1)])
    made.add(block(0, 0.25))
    made.add(block(1, 0.5, pairs=2))
    assert made.peaks().pairs[1].tolist() == [64, 64, 32, 32]


@pytest.mark.parametrize(
    ("heard", "highest"),
    [
        ((HeardTrack(2, (2,), 2),), 32),
        ((HeardTrack(1, (1,), 1), HeardTrack(2, (2,), 2)), 64),
        ((HeardTrack(7, (1,), 1),), 96),
        ((), 96),
    ],
)
def test_only_what_is_heard_counts_if_it_is_there(heard: tuple[HeardTrack, ...], highest: int) -> None:
    made = TrackPeaks([track(1, 1), track(2, 2)], heard)
    made.add(block(0, 0.5))
    made.add(block(1, 0.75, 0.25))
    assert made.peaks().pairs[1].max() == highest


def test_what_was_made_before_stays_as_it_was() -> None:
    made = TrackPeaks([track(1, 1)])
    made.add(block(0, 0.5))
    before = made.peaks()
    made.add(block(0, 1.0))
    assert before.pairs.shape == (2, 4)
    assert made.peaks().pairs.shape == (2, 8)
