import numpy as np
import pytest
from numpy.typing import NDArray
from synthesis import tone

from desktop_app.core.audio.conditioning import Conditioning, LevelMeter, dc_offset, level_gain

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


@pytest.mark.parametrize("bump_s", [1 / RATE_HZ, 0.05, 0.8])
@pytest.mark.parametrize("length_s", [6.0, 30.0])
def test_one_bump_does_not_keep_a_faint_recording_faint(bump_s: float, length_s: float) -> None:
    sound = tone(RATE_HZ, length_s, level=0.001)
    expected = needed(sound).gain
    bump = slice(round(2.6 * RATE_HZ), round((2.6 + bump_s) * RATE_HZ))
    sound[bump] = 0.7
    conditioning = needed(sound)
    assert conditioning.gain == pytest.approx(expected, rel=0.02)
    louder = conditioning.apply(sound)
    assert np.abs(louder).max() == 1
    assert np.abs(louder[: bump.start]).max() == pytest.approx(0.05 * np.sqrt(2), rel=0.02)


def test_many_bumps_hardly_keep_a_faint_recording_faint() -> None:
    sound = tone(RATE_HZ, 60.0, level=0.001)
    expected = needed(sound).gain
    for second in range(3, 60, 6):
        sound[second * RATE_HZ : second * RATE_HZ + 2000] = 0.7
    assert needed(sound).gain > expected / 3


def test_speech_above_full_scale_is_not_clipped_for_the_pauses_around_it() -> None:
    speech = tone(RATE_HZ, 6.0, level=6.0)
    quiet = tone(RATE_HZ, 60.0, level=0.01)
    assert needed(np.concatenate([quiet, speech, quiet])).gain == pytest.approx(1 / 6, rel=1e-3)


@pytest.mark.parametrize("level", [1.2, 4.0, 30_000.0])
def test_what_is_above_full_scale_is_scaled_by_its_peak(level: float) -> None:
    sound = np.concatenate([tone(RATE_HZ, 3.0, level=level / 3), tone(RATE_HZ, 1.0, level=level)])
    conditioning = needed(sound)
    assert conditioning.gain == pytest.approx(1 / level, rel=1e-3)
    np.testing.assert_allclose(conditioning.apply(sound), sound / level, atol=1e-3)


def test_one_bump_far_above_full_scale_is_clipped_and_the_rest_left_as_it_is() -> None:
    sound = tone(RATE_HZ, 20.0, level=0.5)
    sound[12_345] = -9.0
    conditioning = needed(sound)
    assert conditioning.gain == 1
    assert not conditioning.changes_nothing
    assert conditioning.apply(sound).min() == -1


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
    assert level_gain(np.full(9, 0.0101), peaks=np.full(9, 0.1)) == 1
    assert level_gain(np.full(9, 0.005), peaks=np.full(9, 0.1)) == pytest.approx(10)
    assert level_gain(np.full(9, 0.1), peaks=np.full(9, 2.0)) == pytest.approx(0.5)
