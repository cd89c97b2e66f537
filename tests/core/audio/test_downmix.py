import numpy as np
import pytest
from numpy.typing import NDArray
from synthesis import tone

from desktop_app.core.audio.downmix import Downmix

RATE_HZ = 16_000
VOICE = tone(RATE_HZ, 1.0)
OTHER = tone(RATE_HZ, 1.0, frequency_hz=700, level=0.3)


def mixed(*blocks: NDArray[np.float32]) -> NDArray[np.float32]:
    downmix = Downmix()
    return np.concatenate([downmix.mix(block, RATE_HZ) for block in blocks])


@pytest.mark.parametrize("channels", [1, 2, 8])
def test_the_mix_is_the_mean_of_the_channels(channels: int) -> None:
    block = np.stack([VOICE if channel % 2 == 0 else OTHER for channel in range(channels)])
    np.testing.assert_allclose(mixed(block), block.mean(axis=0), atol=1e-6)


def test_one_voice_among_silent_channels_stays_in_proportion() -> None:
    block = np.zeros((16, RATE_HZ), np.float32)
    block[5] = VOICE
    np.testing.assert_allclose(mixed(block), VOICE / 16, atol=1e-6)


def test_channels_that_cancel_each_other_give_the_loudest() -> None:
    np.testing.assert_allclose(mixed(np.stack([VOICE * 0.95, -VOICE])), -VOICE, atol=1e-6)


def test_the_loudest_is_kept_while_it_is_about_as_loud() -> None:
    sound = mixed(np.stack([VOICE, -VOICE]), np.stack([VOICE * 0.95, -VOICE]))
    np.testing.assert_allclose(sound, np.concatenate([VOICE, VOICE * 0.95]), atol=1e-6)


def test_no_click_is_heard_where_the_mix_changes() -> None:
    quiet = np.zeros_like(VOICE)
    sound = mixed(np.stack([VOICE, OTHER]), np.stack([VOICE, -VOICE]), np.stack([quiet, quiet]))
    steepest = np.abs(np.diff(VOICE)).max()
    assert np.abs(np.diff(sound[: 2 * RATE_HZ])).max() < 1.5 * steepest


def test_silence_stays_silent() -> None:
    assert not mixed(np.zeros((2, 100), np.float32)).any()


def test_the_number_of_channels_may_change() -> None:
    sound = mixed(np.stack([VOICE, -VOICE]), VOICE[np.newaxis], np.stack([VOICE, -VOICE, VOICE * 0]), VOICE[np.newaxis])
    np.testing.assert_allclose(np.abs(sound), np.abs(np.tile(VOICE, 4)), atol=1e-6)
