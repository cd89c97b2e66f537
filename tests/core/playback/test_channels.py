"""Which ear hears which channel."""

import numpy as np
import pytest

from desktop_app.core.playback.channels import stereo_weights


def test_stereo_stays_stereo_and_one_channel_goes_to_both_ears() -> None:
    np.testing.assert_array_equal(stereo_weights(("FL", "FR")), np.eye(2))
    np.testing.assert_array_equal(stereo_weights(("FC",)), [[1, 1]])
    np.testing.assert_array_equal(stereo_weights(("FL", "FR"), (2,)), [[0, 0], [1, 1]])


def test_of_a_film_the_centre_is_in_the_middle_and_the_effects_are_left_out() -> None:
    left, right, centre, effects, *_ = stereo_weights(("FL", "FR", "FC", "LFE", "BL", "BR"))
    assert left[0] > 0 == left[1]
    assert right[1] > 0 == right[0]
    assert centre[0] == centre[1] > 0
    assert not effects.any()


@pytest.mark.parametrize("layout", [("FL",) * 8, ("NONE",) * 6, ("FL", "FR", "FC", "LFE", "BL", "BR", "SL", "SR")])
def test_no_mix_is_louder_than_full_scale(layout: tuple[str, ...]) -> None:
    weights = stereo_weights(layout)
    assert weights.sum(axis=0).max() == pytest.approx(1)
    assert (weights.sum(axis=0) > 0.5).all()


def test_channels_that_were_heard_are_mixed_alone_even_effects_and_unknown_numbers_are_passed_over() -> None:
    names = ("FL", "FR", "FC", "LFE", "BL", "BR")
    assert np.flatnonzero(stereo_weights(names, (4,)).any(axis=1)).tolist() == [3]
    assert stereo_weights(("FL", "FR"), (7,)).any()
