"""Words that nobody said: what a recogniser writes down of noise, told by the text and by the sound."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.credit_lines import is_credit_line
from desktop_app.core.asr.monotony import is_monotonous
from desktop_app.core.asr.repeats import plain, without_loops
from desktop_app.core.asr.speech_evidence import NOBODY, SURE, SpeechEvidence
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span, Word

Believe = Callable[[Sequence[Word], NDArray[np.float32], Span], tuple[Word, ...]]
"""The words that somebody said, of those that a recogniser wrote down of a stretch of samples, float32 [n], 16 kHz."""

_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000
_SPOKEN_SIGNS = ("Sc", "Sm")
_SPOKEN_PUNCTUATION = "&@#%"


def believing(evidence: SpeechEvidence) -> Believe:
    """What is said, by this evidence."""
    return partial(believed, evidence=evidence)


def believed(
    words: Sequence[Word], samples: NDArray[np.float32], span: Span, *, evidence: SpeechEvidence
) -> tuple[Word, ...]:
    """The words that somebody said, of those that were heard in the span; none where nobody speaks in it.

    Notes and signs are no words, loops are cut down, and the sound must be speech: the thinner it is, the less the
    text may look like what recognisers invent. samples: float32 [n], 16 kHz, with what is around the span.
    """
    spelled = _spelled(words)
    said = without_loops(spelled)
    if not any(letter.isalnum() for word in said for letter in word.text):
        return ()
    first, last = span.start_ms * _SAMPLES_PER_MS, span.end_ms * _SAMPLES_PER_MS
    doubtful = said != spelled or is_credit_line(" ".join(word.text for word in said))
    if evidence.between(samples, first, last) < (SURE if doubtful else NOBODY):
        return ()
    # 'No, no, no' and 'ha ha' sound always the same, too.
    if len({plain(word) for word in said}) > 1 and is_monotonous(samples[first:last]):
        return ()
    return said


def _spelled(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without notes and other pictures, and without those of which nothing is left."""
    spelled = [replace(word, text=text) for word in words if (text := _without_pictures(word.text))]
    return tuple(word for word in spelled if any(map(_is_spoken, word.text)))


def _without_pictures(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) != "So" or letter == "°")


def _is_spoken(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) in _SPOKEN_SIGNS or letter in _SPOKEN_PUNCTUATION
