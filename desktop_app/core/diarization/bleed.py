"""Who speaks into a microphone, and who is only heard in it: several microphones side by side, one for each person.

Whoever speaks is heard in the others' microphones too, fainter by what lies between them. How much fainter is found in
the recording itself: of all moments in which a microphone hears something, those in which another has least beside it
are those in which nobody speaks into the other. What is louder there than that, by a margin, is somebody's own speech,
if it is louder than the microphone's noise, too: in another's pauses that is all there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.pieces import runs
from desktop_app.core.diarization.segmentation import FRAME_CENTRE_SAMPLES, FRAME_STEP_SAMPLES, seconds_to_frames

MARGIN = 10**0.9
"""Own speech is so much more powerful than what the others' speech leaves in a microphone: 9 dB."""
_LEAST_SHARE = 0.005
_LEAST_FRAMES = 12
"""The moments in which another microphone has least: a two-hundredth of all, a fifth of a second at least."""
_WIDTH = 10**0.6
_LOUD = 10**-1.5
_LOUD_PERCENTILE, _QUIET_PERCENTILE = 80, 5
_AUDIBLE = 10**-3.0
"""Fainter than somebody's usual speech by this, it is none."""
_OVER_NOISE = 2.0
"""Speech and noise together are so much more powerful than the noise alone where the speech is as powerful as it."""
_SMOOTHED_FRAMES = 5
_EARLY_OR_LATE_FRAMES = 2
"""Another's speech may come so much later: by the way through the room, and its echo."""
_BRIDGED_FRAMES = seconds_to_frames(0.5)
"""Between two words of one's own, what is heard is the same person's, if it is nobody else's."""
_CLEARER = 2.0
_WINDOW_SAMPLES = 1024
_BAND_HZ = (300, 3400)
_BLOCK_FRAMES = 2048
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class OwnSpeech:
    """Where somebody speaks into each of the microphones that are somebody's own.

    microphones: their places among all, ascending; active: bool [frames, microphones], frames of the common grid.
    """

    microphones: tuple[int, ...]
    active: NDArray[np.bool_]


def own_speech(sounds: Sequence[NDArray[np.float32]], heard: Sequence[NDArray[np.bool_]]) -> OwnSpeech:
    """Whose own each moment is of what is heard in the microphones.

    sounds: float32 [n] of each, all of one length, 16 kHz, however loud. heard: where somebody is heard in it, near or
    far, bool [frames]. A microphone that hears nothing but what another hears as well is nobody's own.
    """
    frames = min(map(len, heard))
    present = np.stack([each[:frames] for each in heard], axis=1)
    powers = np.stack([voice_powers(sound, frames) for sound in sounds], axis=1)
    chosen = [place for place in range(len(sounds)) if present[:, place].any()]
    while (doubled := _doubled(powers[:, chosen], present[:, chosen])) is not None:
        del chosen[doubled]
    return OwnSpeech(tuple(chosen), _own(powers[:, chosen], present[:, chosen]))


def voice_powers(samples: NDArray[np.float32], frames: int) -> NDArray[np.float64]:
    """The power in the voice's band around each frame of the common grid, smoothed, float64 [frames]; what is higher
    counts more, as it is fainter in voices."""
    from scipy.ndimage import uniform_filter1d

    powers = [
        _block_powers(samples, first, min(first + _BLOCK_FRAMES, frames)) for first in range(0, frames, _BLOCK_FRAMES)
    ]
    smoothed: NDArray[np.float64] = uniform_filter1d(np.concatenate(powers or [np.zeros(0)]), _SMOOTHED_FRAMES)
    return np.maximum(smoothed, 0)  # a running sum may end a little below


def _block_powers(samples: NDArray[np.float32], first: int, end: int) -> NDArray[np.float64]:
    start = first * FRAME_STEP_SAMPLES + FRAME_CENTRE_SAMPLES - _WINDOW_SAMPLES // 2
    length = (end - first - 1) * FRAME_STEP_SAMPLES + _WINDOW_SAMPLES
    inside = samples[max(0, start) : max(0, start + length)]
    before = max(0, -start)
    sound = np.pad(inside, (before, length - before - len(inside)))
    windows = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW_SAMPLES)[::FRAME_STEP_SAMPLES]
    low, high = (hz * _WINDOW_SAMPLES // SAMPLE_RATE_HZ for hz in _BAND_HZ)
    spectra = np.fft.rfft(windows * np.hanning(_WINDOW_SAMPLES), axis=1)[:, low : high + 1]
    tilted = spectra * (np.arange(low, high + 1) / high)
    powers: NDArray[np.float64] = np.square(np.abs(tilted)).sum(axis=1)
    return powers


def _own(powers: NDArray[np.float64], present: NDArray[np.bool_]) -> NDArray[np.bool_]:
    from scipy.ndimage import maximum_filter1d

    gains = _gains(powers, present)
    # What is steady in one microphone is no speech that another could hear.
    around = maximum_filter1d(np.where(present, powers, 0), 2 * _EARLY_OR_LATE_FRAMES + 1, axis=0)
    own = present & (powers > MARGIN * (around @ gains.T)) & (powers > _OVER_NOISE * _noise(powers))
    for place in range(own.shape[1]):
        if own[:, place].any():
            usual = np.percentile(powers[own[:, place], place], _LOUD_PERCENTILE)
            own[:, place] &= powers[:, place] > _AUDIBLE * usual
    whole: NDArray[np.bool_] = own | (_bridged(own) & present & ~own.any(axis=1, keepdims=True))
    return whole


def _noise(powers: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each microphone has where nobody is heard in it, float64 [microphones]; it is no noise to be muted."""
    heard = np.where(powers > _NOTHING, powers, np.nan)
    return np.array([np.nanpercentile(each, _QUIET_PERCENTILE) if (each > 0).any() else 0.0 for each in heard.T])


def _bridged(own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The moments between two stretches of one's own speech, where they are short."""
    bridged = np.zeros_like(own)
    for place in range(own.shape[1]):
        for start, end in runs(~own[:, place]):
            bridged[start:end, place] = start > 0 and end < len(own) and end - start <= _BRIDGED_FRAMES
    return bridged


def _doubled(powers: NDArray[np.float64], present: NDArray[np.bool_]) -> int | None:
    """The place of a microphone that hears what another does, always as loud beside it; the less clear of the two."""
    gains = _gains(powers, present)
    both_ways = gains * gains.T
    pairs = np.argwhere(np.triu(both_ways > 1 / MARGIN, 1))
    if not len(pairs):
        return None
    one, other = max(pairs.tolist(), key=lambda pair: float(both_ways[*pair]))
    clearness = [_clearness(powers[:, place], present[:, place]) for place in (one, other)]
    return one if clearness[1] > _CLEARER * clearness[0] else other


def _clearness(powers: NDArray[np.float64], present: NDArray[np.bool_]) -> float:
    loud = np.percentile(powers[present], _LOUD_PERCENTILE)
    return float(loud / (np.percentile(powers, _QUIET_PERCENTILE) + _NOTHING))


def _gains(powers: NDArray[np.float64], present: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What of one's power is heard in another, float64 [other, one]; 0 on the diagonal."""
    count = powers.shape[1]
    gains = np.zeros((count, count))
    for one in range(count):
        theirs = powers[present[:, one], one]
        loud = present[:, one] & (powers[:, one] > _LOUD * np.percentile(theirs, _LOUD_PERCENTILE))
        for other in set(range(count)) - {one}:
            on = loud & (powers[:, other] > _NOTHING)  # a muted microphone hears nobody, which says nothing of the rest
            gains[other, one] = _least_usual(powers[on, other] / powers[on, one])
    return gains


def _least_usual(ratios: NDArray[np.float64]) -> float:
    """The middle of the lowest ratios, those that lie together."""
    if not len(ratios):
        return 0.0
    least = np.partition(ratios, rank := min(len(ratios) - 1, max(_LEAST_FRAMES, int(_LEAST_SHARE * len(ratios)))))[
        rank
    ]
    return float(np.median(ratios[ratios <= least * _WIDTH]))
