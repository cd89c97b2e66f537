"""Which frames of the past are worth remembering: those in which each voice is heard best, and alone."""

import numpy as np
from numpy.typing import NDArray

SILENCE = -1
"""In place of a frame: one that stands for silence."""
_LEAST_PROBABILITY = 0.25
_NEWER = 0.05
"""What a frame gains that was not among the best before."""
_SPOKEN = 0.5
_ENOUGH_ALONE, _SURE, _LIKELY = 0.5, 0.75, 1.5
"""Shares of a voice's places: with so many frames alone it needs no others; for so many it stands before all others'
frames; for so many it stands before most."""


def best_frames(probabilities: NDArray[np.float32], *, places: int, silences: int) -> NDArray[np.int64]:
    """The frames to remember, int64 [places]: voice by voice, in order of time; SILENCE where there is none.

    probabilities: float32 [frames, voices], more frames than places; those behind are new. silences: places of each
    voice that are SILENCE in any case.
    """
    frames, voices = probabilities.shape
    each = places // voices - silences
    scores = _scores(probabilities, enough=int(each * _ENOUGH_ALONE))
    scores[places:] += np.float32(_NEWER)
    _raise_best(scores, int(each * _SURE), np.float32(2 * np.log(2)))
    _raise_best(scores, int(each * _LIKELY), np.float32(np.log(2)))
    scores = np.concatenate([scores, np.full((silences, voices), np.inf, np.float32)])
    by_voice = scores.T.reshape(-1)
    chosen = np.argsort(-by_voice, kind="stable")[:places]
    heard = np.sort(chosen[by_voice[chosen] > -np.inf])
    found = heard % len(scores)
    found[found >= frames] = SILENCE
    return np.pad(found, (0, places - len(found)), constant_values=SILENCE)


def _scores(probabilities: NDArray[np.float32], *, enough: int) -> NDArray[np.float32]:
    """How well each voice is heard in each frame, float32 [frames, voices]: above 0 where it is heard alone, and
    -infinity where it is not heard, or not needed."""
    least = np.float32(_LEAST_PROBABILITY)
    heard = np.log(np.maximum(probabilities, least))
    unheard = np.log(np.maximum(1 - probabilities, least))
    scores = heard - unheard + unheard.sum(axis=1, keepdims=True) + np.float32(np.log(2))
    speaks = probabilities > _SPOKEN
    alone = (scores > 0) & speaks
    needed = alone | (alone.sum(axis=0) < enough)
    return np.where(speaks & needed, scores, np.float32(-np.inf)).astype(np.float32)


def _raise_best(scores: NDArray[np.float32], count: int, by: np.float32) -> None:
    best = np.argsort(-scores, axis=0, kind="stable")[:count]
    np.put_along_axis(scores, best, np.take_along_axis(scores, best, axis=0) + by, axis=0)
