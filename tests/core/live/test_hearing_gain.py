"""How much louder a detector hears faint sound."""

import numpy as np
import pytest

from desktop_app.core.live.hearing_gain import MAX_GAIN, TARGET, HearingGain


def frames(level: float, count: int = 1) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.full((count, 512), level, np.float32)


def test_loud_sound_stays_as_it_is_and_so_does_silence() -> None:
    for level in (0.0, 0.001, 0.5, 1.0):
        np.testing.assert_array_equal(HearingGain().apply(frames(level)), frames(level))


@pytest.mark.parametrize(("level", "heard"), [(0.3, TARGET), (0.02, 0.02 * MAX_GAIN)])
def test_faint_sound_becomes_louder_but_not_by_more_than_it_may(level: float, heard: float) -> None:
    assert HearingGain().apply(frames(level))[0, 0] == pytest.approx(heard)


def test_a_faint_frame_after_a_loud_one_is_no_faint_sound() -> None:
    gain = HearingGain()
    gain.apply(frames(0.9))
    assert gain.apply(frames(0.02))[0, 0] == pytest.approx(0.02)
    assert gain.apply(frames(0.02, 1000))[-1, 0] > 0.07


def test_the_blocks_in_which_frames_come_make_no_difference() -> None:
    sound = np.random.default_rng(3).normal(0, 0.05, (40, 512)).astype(np.float32)
    one, by_one = HearingGain(), HearingGain()
    parts = [by_one.apply(sound[at : at + 1]) for at in range(len(sound))]
    np.testing.assert_array_equal(one.apply(sound), np.concatenate(parts))
