import numpy as np
from models.packaged_recordings import READER, packaged_samples
from non_speech import non_speech

from desktop_app.core.asr.monotony import is_monotonous

SECOND = 16_000


def test_laughter_is_monotonous_whatever_its_length() -> None:
    laughter = non_speech("laughter", 30)
    fits = [laughter[start * SECOND : (start + 3) * SECOND] for start in range(0, 27, 3)]
    assert sum(map(is_monotonous, fits)) >= len(fits) / 2


def test_speech_is_not() -> None:
    speech = packaged_samples(READER)
    for length in (1.2, 2.5, 6.0):
        for start in np.arange(0.0, 20.0, length):
            assert not is_monotonous(speech[round(start * SECOND) : round((start + length) * SECOND)])


def test_nothing_can_be_told_of_a_moment_or_of_silence() -> None:
    assert not is_monotonous(non_speech("hum", 0.5))
    assert not is_monotonous(np.zeros(3 * SECOND, np.float32))
    assert not is_monotonous(np.zeros(0, np.float32))
