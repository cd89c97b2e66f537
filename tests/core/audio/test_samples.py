import numpy as np
import pytest

from desktop_app.core.audio.samples import pcm_to_float, within_full_scale


@pytest.mark.parametrize(
    ("dtype", "lowest", "middle", "highest"),
    [
        ("u1", 0, 128, 255),
        ("i2", -(2**15), 0, 2**15 - 1),
        ("i4", -(2**31), 0, 2**31 - 1),
        ("i8", -(2**63), 0, 2**63 - 1),
    ],
)
def test_the_whole_range_of_a_format_fills_minus_one_to_below_one(
    dtype: str, lowest: int, middle: int, highest: int
) -> None:
    samples = pcm_to_float(np.array([lowest, middle, highest], dtype))
    assert samples.dtype == np.float32
    assert samples[0] == -1
    assert samples[1] == 0
    assert 0.99 < samples[2] < 1


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_floats_above_full_scale_are_kept_and_what_is_no_sound_is_silenced(dtype: str) -> None:
    samples = pcm_to_float(np.array([np.nan, np.inf, -np.inf, 3e38, -1.5, 0.25, 32768], dtype))
    np.testing.assert_allclose(samples, [0, 0, 0, 0, -1.5, 0.25, 32768])
    assert samples.dtype == np.float32


def test_what_must_lie_within_full_scale_is_clipped() -> None:
    assert within_full_scale(np.array([-1.5, 0.25], np.float32)).tolist() == [-1, 0.25]
    assert 0.99 < within_full_scale(np.array([1.5], np.float32))[0] < 1


def test_the_shape_is_kept() -> None:
    assert pcm_to_float(np.zeros((2, 0), np.int16)).shape == (2, 0)
    assert pcm_to_float(np.zeros((6, 5), np.uint8)).shape == (6, 5)
