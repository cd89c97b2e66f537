"""A recogniser that understands a word in every half second."""

from itertools import cycle

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import EngineUse, Word

WORD_MS = 500
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class ScriptedRecogniser:
    """Counts every half second that is not silent: 'one two three ...', from one again after ten."""

    use = EngineUse(role="asr", name="scripted", device="cpu")
    language = "en"
    max_turn_s = 10.0
    callers = 2

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        step = WORD_MS * SAMPLE_RATE_HZ // 1000
        starts = [at for at in range(0, len(samples) - step + 1, step) if samples[at : at + step].any()]
        return tuple(
            Word(text, at * 1000 // SAMPLE_RATE_HZ, at * 1000 // SAMPLE_RATE_HZ + WORD_MS)
            for text, at in zip(cycle(COUNTED), starts, strict=False)
        )
