"""The newest sound, by its place."""

import numpy as np

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.live.stream_sound import StreamSound


def test_sound_lies_where_it_was_heard_whatever_was_let_go() -> None:
    sound = StreamSound()
    everything = np.arange(40 * SAMPLE_RATE_HZ, dtype=np.float32)
    for at in range(0, len(everything), 1000):
        sound.add(everything[at : at + 1000])
        sound.forget_before(sound.end - 3 * SAMPLE_RATE_HZ)
        start = sound.end - min(sound.end, 2 * SAMPLE_RATE_HZ)
        np.testing.assert_array_equal(sound.between(start, sound.end), everything[start : sound.end])
        assert sound.kept <= 9 * SAMPLE_RATE_HZ


def test_what_is_no_more_there_is_left_out() -> None:
    sound = StreamSound()
    assert len(sound.between(0, 100)) == 0
    sound.add(np.arange(20 * SAMPLE_RATE_HZ, dtype=np.float32))
    sound.forget_before(10 * SAMPLE_RATE_HZ)
    assert sound.between(9 * SAMPLE_RATE_HZ, 11 * SAMPLE_RATE_HZ)[0] == 10 * SAMPLE_RATE_HZ
    assert sound.begin_of(0) == 10 * SAMPLE_RATE_HZ
