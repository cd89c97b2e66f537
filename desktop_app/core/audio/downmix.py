"""Which of several sounds side by side are heard, and how loud: channels of a track, or the tracks of a file."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.voice_survey import Survey

Weights = NDArray[np.float32]

# A sound in which somebody speaks this much less often than in another is one in which a few noises passed for voices.
_SELDOM = 0.003
_FAINT = 1e-6
# Two sounds cancel each other where the voices in them correlate like this, in so many of the windows.
_OPPOSED = -0.5
_OPPOSED_SHARE = 0.15
_MOVING = 0.05
# Mixed, they lose so much that neither is worth it.
_MOST_LOST = 10**-0.8
# Somebody is in the one alone where it is so much louder than the other, in so many of the moments that are loud in it.
_OWN = 10**0.6
_LEAST_OWN = 0.02
_LOUD_PERCENTILE, _AS_LOUD = 98, 10**-2.0
_SMOOTH = np.full(5, 0.2)
# Levels that correlate less belong to people who are not heard in each other's sound.
_APART = 0.3
_MOST_GAIN = 4.0
# ITU-R BS.775: five channels to one. What has no place there is a back channel.
_BS775 = {"FC": 1.0, "FL": 0.7071, "FR": 0.7071}
_BACK = 0.5
# The effects channel of a film has nothing in the voice's band; where it has, the layout is only a guess by the count.
_MOST_EFFECTS = 0.003
_CENTRE_CARRIES = 0.8


def weigh(found: Survey, layout: Sequence[str] = ()) -> Weights:
    """How much of each sound the mix takes, float32 [sounds]; 0: it is not heard, below 0: upside down.

    Heard is what carries a voice anywhere in the recording, if anything does: no silence, time code, hum or noise.
    Of two that cancel each other the louder is taken, or the one that has a voice of its own; both where each has, as
    in microphones that hear each other's owners in opposite phase: one is turned upside down then. People who are
    apart, each in a sound, are made about as loud as each other. layout: the channels' names, for those of 5.1 and 7.1:
    the front centre alone where it carries nearly all that is said, else weighed as ITU-R BS.775 does, without the
    effects.
    """
    weights = np.zeros(found.voiced.shape[1], np.float32)
    heard = _without_opposed(found, _carriers(found))
    if _is_film(found, heard, layout):
        heard = [sound for sound in heard if layout[sound] != "LFE"]
        weights[heard] = _film_weights(found, heard, layout)
    else:
        weights[heard] = _balance(found, heard) / len(heard)
    weights[heard] *= _signs(found, heard)
    return weights


def _carriers(found: Survey) -> list[int]:
    counts = found.voiced.sum(axis=0)
    if counts.any():
        return np.flatnonzero(counts > _SELDOM * counts.max()).tolist()
    loudness = _energies(found.steady)
    return np.flatnonzero(loudness >= _FAINT * loudness.max(initial=0)).tolist()


def _energies(covariances: NDArray[np.float32]) -> NDArray[np.float64]:
    energies: NDArray[np.float64] = np.einsum("wss->s", covariances, dtype=np.float64)
    return energies


def _without_opposed(found: Survey, heard: list[int]) -> list[int]:
    spoken = found.voiced.any()
    energies = _energies(found.shared if spoken else found.steady)
    kept: list[int] = []
    for sound in sorted(heard, key=lambda sound: -energies[sound]):
        needless = {_needless(found, sound, other) for other in kept}
        if sound not in needless:
            kept = [*(other for other in kept if other not in needless), sound]
    return sorted(kept)


def _needless(found: Survey, one: int, other: int) -> int | None:
    """Which of two must not be mixed with the other, of which one is the fainter; None if they go together."""
    if not _are_opposed(found, one, other):
        return None
    both = found.voiced[:, one] & found.voiced[:, other]
    one_counts, other_counts = _has_own(found, one, other), _has_own(found, other, one)
    if one_counts and other_counts and not _is_lost(found.shared[both], one, other):
        return None
    return other if one_counts and not other_counts else one


def _are_opposed(found: Survey, one: int, other: int) -> bool:
    both = found.voiced[:, one] & found.voiced[:, other]
    if both.any():
        return _cancel(found.shared[both], one, other)
    # Nothing was taken for a voice: there is none, or what stays the same drowns it.
    steady, moving = (each.sum(axis=0, keepdims=True) for each in (found.steady, found.shared))
    moves = moving[0, one, one] > _MOVING * steady[0, one, one]
    return _cancel(steady, one, other) or (moves and _cancel(moving, one, other))


def _cancel(covariances: NDArray[np.float32], one: int, other: int) -> bool:
    scale = np.sqrt(np.maximum(covariances[:, one, one] * covariances[:, other, other], 0))
    audible = scale > 0
    if not audible.any():
        return False
    correlations = covariances[audible, one, other] / scale[audible]
    return bool((correlations < _OPPOSED).mean() >= _OPPOSED_SHARE)


def _is_lost(covariances: NDArray[np.float32], one: int, other: int) -> bool:
    """Whether a mix, with the better sign, is so much fainter than the louder of the two, in so many of the windows.
    What is louder elsewhere is not lost.
    """
    energies = np.einsum("wss->ws", covariances)
    louder = np.maximum(energies[:, one], energies[:, other])
    alike = covariances[:, one, other]
    mixed = energies[:, one] + energies[:, other] + 2 * alike * (-1 if alike.sum() < 0 else 1)
    lost: NDArray[np.bool_] = (mixed < _MOST_LOST * louder) & (louder >= energies.max(axis=1))
    return len(lost) > 0 and float(lost.mean()) >= _OPPOSED_SHARE


def _has_own(found: Survey, one: int, other: int) -> bool:
    """Whether somebody is heard in the one who is not, or hardly, heard in the other."""
    if not found.voiced[:, one].any():
        return False
    mine, theirs = (np.convolve(np.square(found.levels[:, sound]), _SMOOTH, "same") for sound in (one, other))
    loud = mine > _AS_LOUD * np.percentile(mine, _LOUD_PERCENTILE)
    return bool(loud.any()) and float((mine > _OWN * theirs)[loud].mean()) > _LEAST_OWN


def _signs(found: Survey, heard: list[int]) -> Weights:
    """1, or -1 for what is turned upside down: in it is, above all, what others have in opposite phase."""
    together = found.shared.sum(axis=0)
    signs = np.ones(len(heard), np.float32)
    for place, sound in enumerate(heard):
        earlier = heard[:place]
        if any(_are_opposed(found, sound, other) for other in earlier):
            signs[place] = -1 if together[sound, earlier] @ signs[:place] < 0 else 1
    return signs


def _is_film(found: Survey, heard: list[int], layout: Sequence[str]) -> bool:
    if "FC" not in layout or len(layout) < 3:
        return False
    energies = _energies(found.steady)
    effects = [sound for sound, name in enumerate(layout) if name == "LFE"]
    return any(layout[sound] != "LFE" for sound in heard) and not any(
        energies[sound] > _MOST_EFFECTS * energies.max() for sound in effects
    )


def _film_weights(found: Survey, heard: list[int], layout: Sequence[str]) -> Weights:
    names = [layout[sound] for sound in heard]
    spoken = found.voiced[:, heard].any(axis=1).sum()
    if "FC" in names and found.voiced[:, heard[names.index("FC")]].sum() > _CENTRE_CARRIES * spoken:
        return np.array([name == "FC" for name in names], np.float32)
    weights: Weights = np.array([_BS775.get(name, _BACK) for name in names], np.float32)
    weights /= weights.sum()
    return weights


def _balance(found: Survey, heard: list[int]) -> Weights:
    """What makes people who are apart as loud as each other, 1 for the loudest; 1 for all that are not apart."""
    if len(heard) < 2 or not found.voiced.any() or _most_alike(found.levels[:, heard]) > _APART:
        return np.ones(len(heard), np.float32)
    voiced = found.voiced[:, heard]
    energies = np.einsum("wss->ws", found.shared)[:, heard]
    loudness = np.sqrt((energies * voiced).sum(axis=0) / voiced.sum(axis=0))
    even: Weights = np.minimum(_MOST_GAIN, loudness.max() / loudness).astype(np.float32)
    return even


def _most_alike(levels: NDArray[np.float32]) -> float:
    alike: NDArray[np.float64] = np.atleast_2d(np.corrcoef(levels.T))
    return float(alike[~np.eye(len(alike), dtype=np.bool_)].max())
