"""Tracks that are the same sound twice: a copy of another, or a mix of others, maybe a little later."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.voice_survey import FRAMES_A_SECOND

_LATEST_FRAMES = FRAMES_A_SECOND // 2
_SMOOTH = np.full(5, 0.2)
_ACTIVE = 10**-2.0
_LOUD_PERCENTILE = 98
# Both ways: how far the levels may be apart, in how much of the time; how much may be in the one and not the others.
_ALIKE = 10**0.4
_LEAST_ALIKE = 0.85
_MISSING = 10**0.8
_MOST_MISSING = 0.02


def without_copies(levels: NDArray[np.float32], heard: list[int]) -> list[int]:
    """Those of the sounds that are heard which together hold everything once.

    levels: of each 20 ms in the voice's band, float32 [frames, sounds], as Survey has them. Looked at are levels, not
    waves: a copy that another codec made, or a mix behind a limiter, is the same wave no more.
    """
    powers = _powers(levels, heard)
    kept = list(heard)
    for is_redundant in (_is_mix, _is_told_by):  # mixes first, lest one of those that are in them be taken for a copy
        for sound in reversed(tuple(kept)):
            others = [powers[other] for other in kept if other != sound]
            if others and is_redundant(powers[sound], others):
                kept.remove(sound)
    return kept


def without_doubles(levels: NDArray[np.float32], heard: list[int]) -> list[int]:
    """Those of the sounds that are heard of which none is another's copy: the first of each. What is in two of them
    only as a mix stays, unlike above. levels: as above."""
    powers = _powers(levels, heard)
    kept: list[int] = []
    for sound in heard:
        if not any(_is_told_by(powers[sound], [powers[other]]) for other in kept):
            kept.append(sound)
    return kept


def _powers(levels: NDArray[np.float32], heard: list[int]) -> dict[int, NDArray[np.float64]]:
    return {sound: np.convolve(np.square(levels[:, sound], dtype=np.float64), _SMOOTH, "same") for sound in heard}


def _is_mix(power: NDArray[np.float64], others: list[NDArray[np.float64]]) -> bool:
    return _is_told_by(power, others) and not any(_is_told_by(power, [other]) for other in others)


def _is_told_by(power: NDArray[np.float64], others: list[NDArray[np.float64]]) -> bool:
    from scipy.optimize import nnls

    aligned = np.stack([_aligned(power, other) for other in others], axis=1)
    scale = np.percentile(power, _LOUD_PERCENTILE)
    gains, _ = nnls(aligned / scale, power / scale) if scale > 0 else (np.zeros(len(others)), 0)
    told = aligned @ gains
    active = np.maximum(power, told) > _ACTIVE * scale
    ratio = (power[active] + 1e-20) / (told[active] + 1e-20)
    alike = (ratio < _ALIKE) & (ratio > 1 / _ALIKE)
    return bool(len(ratio)) and alike.mean() >= _LEAST_ALIKE and (ratio > _MISSING).mean() <= _MOST_MISSING


def _aligned(power: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """The other, moved by up to half a second to where it is most like this one."""
    lags = range(-_LATEST_FRAMES, _LATEST_FRAMES + 1)
    one, two = np.sqrt(power), np.sqrt(other)
    best = max(lags, key=lambda lag: float(one @ _moved(two, lag)))
    return _moved(other, best)


def _moved(levels: NDArray[np.float64], frames: int) -> NDArray[np.float64]:
    moved = np.zeros_like(levels)
    if frames >= 0:
        moved[frames:] = levels[: len(levels) - frames]
    else:
        moved[:frames] = levels[-frames:]
    return moved
