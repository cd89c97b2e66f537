import numpy as np
import pytest
from numpy.typing import NDArray
from synthesis import tone

from desktop_app.core.audio.conditioning import Conditioning, LevelMeter, dc_offset, make_up_gain

RATE_HZ = 16_000


def needed(samples: NDArray[np.float32], block_samples: int = 10_000) -> Conditioning:
    meter = LevelMeter()
    for start in range(0, len(samples), block_samples):
        meter.add(samples[start : start + block_samples])
    return meter.conditioning()


def test_a_usual_recording_is_left_as_it_is() -> None:
    assert needed(tone(RATE_HZ, 3.5, level=0.3)).changes_nothing
    assert needed(np.zeros(0, np.float32)).changes_nothing


def test_an_offset_is_found_and_taken_away() -> None:
    sound = tone(RATE_HZ, 3.0, level=0.3) + np.float32(0.05)
    conditioning = needed(sound)
    assert conditioning.offset == pytest.approx(0.05, abs=1e-4)
    assert conditioning.gain == 1
    np.testing.assert_allclose(conditioning.apply(sound), tone(RATE_HZ, 3.0, level=0.3), atol=1e-3)


def test_a_faint_recording_is_made_louder_by_its_loudest_parts() -> None:
    faint = np.concatenate([np.zeros(20 * RATE_HZ, np.float32), tone(RATE_HZ, 4.0, level=0.001)])
    louder = needed(faint).apply(faint)
    assert np.sqrt(np.mean(np.square(louder[20 * RATE_HZ :]))) == pytest.approx(0.05, rel=0.01)


def test_an_offset_does_not_hide_that_a_recording_is_faint() -> None:
    conditioning = needed(tone(RATE_HZ, 5.0, level=0.001) + np.float32(0.1))
    assert conditioning.offset == pytest.approx(0.1, abs=1e-4)
    assert conditioning.gain == pytest.approx(0.05 / (0.001 / np.sqrt(2)), rel=0.02)


def test_the_gain_stops_before_it_clips() -> None:
    faint = tone(RATE_HZ, 30.0, level=0.001)
    faint[12_345] = -0.25
    conditioning = needed(faint)
    assert conditioning.gain == pytest.approx(4)
    assert np.abs(conditioning.apply(faint)).max() == pytest.approx(1)


@pytest.mark.parametrize("level", [0.0, 1e-6])
def test_silence_is_not_made_louder(level: float) -> None:
    assert needed(tone(RATE_HZ, 3.0, level=level)).changes_nothing


@pytest.mark.parametrize("block_samples", [1, 999, RATE_HZ, 5 * RATE_HZ])
def test_the_size_of_the_blocks_makes_no_difference(block_samples: int) -> None:
    faint = tone(RATE_HZ, 0.5, level=0.002) + np.float32(0.01)
    one, other = needed(faint, len(faint)), needed(faint, block_samples)
    assert (one.offset, one.gain) == pytest.approx((other.offset, other.gain), rel=1e-6)


def test_limits_are_as_documented() -> None:
    assert dc_offset(0.0019) == 0
    assert dc_offset(-0.0021) == -0.0021
    assert make_up_gain(np.full(9, 0.0101), peak=0.1) == 1
    assert make_up_gain(np.full(9, 0.005), peak=0.1) == pytest.approx(10)
    assert make_up_gain(np.full(9, 0.005), peak=1.0) == 1
