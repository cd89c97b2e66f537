"""How much louder a detector hears faint sound."""

import numpy as np
import pytest

from desktop_app.core.live.automatic_gain import MAX_GAIN, TARGET, HearingGain


def frames(level: float, count: int = 1) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.full((count, 512), level, np.float32)


def test_loud_sound_stays_as_it_is_and_so_does_silence() -> None:
    for level in (0.0, 0.001, 0.5, 1.0):
        np.testing.assert_array_equal(HearingGain().apply(frames(level)), frames(level))


@pytest.mark.parametrize(("level", "heard"), [(0.3, TARGET), (0.02, 0.02 * MAX_GAIN)])
def test_faint_sound_becomes_louder_but_not_by_more_than_it_may(level: float, heard: float) -> None:
    assert HearingGain().apply(frames(level))[0, 0] == pytest.approx(heard)


def test_a_faint_frame_after_loud_ones_is_no_faint_sound() -> None:
    gain = HearingGain()
    gain.apply(frames(0.9, 20))
    assert gain.apply(frames(0.02))[0, 0] == pytest.approx(0.02)
    assert gain.apply(frames(0.0, 90))[-1, 0] == 0
    assert gain.apply(frames(0.02))[0, 0] == pytest.approx(0.02)
    assert gain.apply(frames(0.02, 1000))[-1, 0] > 0.07


@pytest.mark.parametrize("bump_frames", [1, 4, 10])
@pytest.mark.parametrize("before", [0, 100])
def test_a_bump_does_not_keep_faint_sound_faint(bump_frames: int, before: int) -> None:
    gain = HearingGain()
    if before:
        gain.apply(frames(0.02, before))
    assert np.abs(gain.apply(frames(0.9, bump_frames))).max() <= 1
    assert gain.apply(frames(0.02, 20))[-1, 0] == pytest.approx(0.02 * MAX_GAIN)


def test_the_blocks_in_which_frames_come_make_no_difference() -> None:
    sound = np.random.default_rng(3).normal(0, 0.05, (40, 512)).astype(np.float32)
    one, by_one = HearingGain(), HearingGain()
    parts = [by_one.apply(sound[at : at + 1]) for at in range(len(sound))]
    np.testing.assert_array_equal(one.apply(sound), np.concatenate(parts))
