"""Where in the sound each word of a text is: a small forced aligner, by dynamic programming over letters."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.letter_sounds import DEVIATIONS, MEANS, Kind, sounds_of

_SOUND_WEIGHT = 0.15
"""How much a frame's fit counts: frames beside each other tell much the same, and letters are not sounds."""
_LETTER_FRAMES, _LETTER_DEVIATION = 3.0, 3.0
_LONGEST_LETTER = 16
_PAUSE_COST = 4.0
"""What a pause between two words costs; half of it behind punctuation."""
_NEVER = -1e18
Frames = NDArray[np.float64]


def align(
    words: Sequence[str], frames: Frames, spoken: NDArray[np.bool_], pauses_after: Sequence[bool]
) -> list[tuple[int, int]] | None:
    """First frame of each word and the one after its last; None where the text does not fit into the spoken frames.

    frames: float64 [n, 3], see sound_frames. spoken: bool [n], where words may be; all between is a pause.
    pauses_after: whether a pause is likely after a word, as its punctuation tells.
    """
    search = _Search(frames, spoken)
    search.pause(0.0)
    for word, likely in zip(words, pauses_after, strict=True):
        search.word(sounds_of(word))
        search.pause(_PAUSE_COST / 2 if likely else _PAUSE_COST)
    return search.found()


class _Search:
    """The best way to come to each frame with the text so far, and how."""

    def __init__(self, frames: Frames, spoken: NDArray[np.bool_]) -> None:
        fit = -0.5 * np.square((frames[:, None] - MEANS) / DEVIATIONS).sum(axis=2) - np.log(DEVIATIONS).sum(axis=1)
        fit *= _SOUND_WEIGHT
        fit[:, Kind.PAUSE] = np.where(spoken, fit[:, Kind.PAUSE], 0.0)
        self._fit = np.concatenate([np.zeros((1, len(Kind))), np.cumsum(fit, axis=0)])
        self._places = np.arange(len(frames) + 1)
        self._best = np.where(self._places, _NEVER, 0.0)
        lengths = np.arange(1, _LONGEST_LETTER + 1)
        self._length_fit = -0.5 * np.square((lengths - _LETTER_FRAMES) / _LETTER_DEVIATION)
        self._too_long = lengths > _run_lengths(spoken)[:, None]
        self._words: list[list[NDArray[np.int64]]] = []
        self._pauses: list[NDArray[np.int64]] = []
        """Where each letter and each pause came from, by where it ends."""

    def word(self, sounds: Sequence[Kind]) -> None:
        """One more word."""
        self._words.append([self._letter(kind) for kind in sounds])

    def pause(self, cost: float) -> None:
        """Perhaps a pause, as long as it may be."""
        begun = self._best - self._fit[:, Kind.PAUSE]
        highest = np.maximum.accumulate(begun)
        since = np.maximum.accumulate(np.where(begun == highest, self._places, 0))
        paused = highest + self._fit[:, Kind.PAUSE] - cost
        taken = paused > self._best
        self._best = np.where(taken, paused, self._best)
        self._pauses.append(np.where(taken, since, self._places))

    def found(self) -> list[tuple[int, int]] | None:
        """The words by first frame and the one after the last, if there is a way through the whole sound."""
        at = len(self._places) - 1
        if self._best[at] < _NEVER / 2:
            return None
        at = int(self._pauses[-1][at])
        words = []
        for letters, pause in zip(reversed(self._words), reversed(self._pauses[:-1]), strict=True):
            end = at
            for letter in reversed(letters):
                at = int(letter[at])
            words.append((at, end))
            at = int(pause[at])
        return words[::-1]

    def _letter(self, kind: Kind) -> NDArray[np.int64]:
        """One more letter, in up to _LONGEST_LETTER spoken frames."""
        before = np.concatenate([np.full(_LONGEST_LETTER, _NEVER), self._best - self._fit[:, kind]])
        ways = np.lib.stride_tricks.sliding_window_view(before, _LONGEST_LETTER)[:-1, ::-1] + self._length_fit
        ways[self._too_long] = _NEVER
        taken = ways.argmax(axis=1)
        self._best = ways[self._places, taken] + self._fit[:, kind]
        return np.asarray(self._places - taken - 1, np.int64)


def _run_lengths(spoken: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many frames in a row before each place are spoken: int64 [frames + 1]."""
    counts = np.concatenate([[0], np.cumsum(spoken)])
    silent = np.concatenate([[True], ~spoken])
    return np.asarray(counts - np.maximum.accumulate(np.where(silent, counts, 0)), np.int64)
