"""Any number of channels to two ears."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]
"""float32 of shape [channels, 2]: how much of each channel the left and the right ear get."""

_EFFECTS = "LFE"
# ITU-R BS.775: what is in front goes to its ear whole, the centre and the sides weaker.
_FRONT = frozenset({"FL", "FR"})
_ELSEWHERE = 0.7071


def stereo_weights(layout: Sequence[str], heard: Sequence[int] = ()) -> Weights:
    """How channels are mixed to two; no mix is louder than full scale.

    layout: the channels' names, as SoundTrack has them. heard: the channels to mix, from 1; all but the effects if
    empty. What is on one side only goes to both ears: half a headset is no way to listen to a person.
    """
    places = [channel - 1 for channel in heard if channel <= len(layout)] or _all_but_effects(layout)
    weights = np.zeros((len(layout), 2), np.float32)
    for place in places:
        weights[place] = _ears(layout[place], place, len(layout))
    if not weights.any(axis=0).all():
        weights = np.repeat(weights.max(axis=1, keepdims=True), 2, axis=1)
    weights /= weights.sum(axis=0).max()
    return weights


def _all_but_effects(layout: Sequence[str]) -> list[int]:
    places = [place for place, name in enumerate(layout) if name != _EFFECTS]
    return places or list(range(len(layout)))


def _ears(name: str, place: int, channels: int) -> tuple[float, float]:
    side = name.rstrip("C")[-1:] if name not in {"FC", "BC", "TC"} else ""
    if name not in _FRONT and channels == 2:
        side = "LR"[place]
    level = 1.0 if name in _FRONT or channels <= 2 else _ELSEWHERE
    return (level * (side != "R"), level * (side != "L"))
