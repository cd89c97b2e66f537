import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from synthesis import clicks, onsets_s, tone

from desktop_app.core.audio.resample import Resampler


def resampled(*pieces: tuple[NDArray[np.float32], int]) -> NDArray[np.float32]:
    resampler = Resampler()
    done = [resampler.resample(samples, rate_hz) for samples, rate_hz in pieces]
    return np.concatenate([*done, resampler.finish()])


@pytest.mark.parametrize("rate_hz", [8000, 11_025, 22_050, 44_100, 48_000, 192_000])
def test_a_tone_is_the_same_tone_at_16_khz(rate_hz: int) -> None:
    sound = resampled(*((part, rate_hz) for part in np.array_split(tone(rate_hz, 1.0), 7)))
    assert sound.dtype == np.float32
    np.testing.assert_allclose(sound[500:-500], tone(16_000, 1.0)[500:-500], atol=1e-3)


def test_sound_at_16_khz_is_not_touched() -> None:
    sound = tone(16_000, 0.5)
    np.testing.assert_array_equal(resampled((sound[:100], 16_000), (sound[100:], 16_000)), sound)


@given(st.lists(st.tuples(st.integers(0, 3000), st.sampled_from([8000, 16_000, 44_100, 96_000])), max_size=12))
def test_the_length_is_exact_whatever_the_rates(pieces: list[tuple[int, int]]) -> None:
    sound = resampled(*((np.ones(length, np.float32), rate_hz) for length, rate_hz in pieces))
    duration_s = sum(length / rate_hz for length, rate_hz in pieces)
    assert abs(len(sound) - duration_s * 16_000) <= 1


def test_a_change_of_rate_keeps_every_sound_at_its_time() -> None:
    pieces = [(clicks(rate_hz, 1.0, (0.5,)), rate_hz) for rate_hz in (44_100, 8000, 16_000, 48_000)]
    np.testing.assert_allclose(onsets_s(resampled(*pieces)), [0.5, 1.5, 2.5, 3.5], atol=0.001)
