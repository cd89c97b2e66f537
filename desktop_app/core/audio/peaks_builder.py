"""Peaks made while a recording is decoded."""

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.peaks import FULL_SCALE, PAIR_SAMPLES, Int8s, Peaks
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

_FIRST_PAIRS = 4096


class PeaksBuilder:
    """Takes 16 kHz mono sound in pieces of any size; keeps two bytes for every 256 samples, and at most 255 samples."""

    def __init__(self) -> None:
        self._pairs: Int8s = np.empty((2, _FIRST_PAIRS), np.int8)
        self._count = 0
        self._rest: NDArray[np.float32] = np.empty(0, np.float32)

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take in the next samples, float32 of shape [samples]; what is beyond [-1, 1] is full scale."""
        sound = np.concatenate((self._rest, samples)) if len(self._rest) else samples
        whole = len(sound) // PAIR_SAMPLES * PAIR_SAMPLES
        self._append(sound[:whole].reshape(-1, PAIR_SAMPLES))
        self._rest = sound[whole:].copy()

    def peaks(self) -> Peaks:
        """Of all that came so far, and the last pair of what there is for it. Later sound does not change them."""
        pairs = self._pairs[:, : self._count]
        if not len(self._rest):
            return Peaks(pairs)
        return Peaks(np.concatenate((pairs, _pairs_of(self._rest[np.newaxis])), axis=1))

    def _append(self, blocks: NDArray[np.float32]) -> None:
        end = self._count + len(blocks)
        if end > self._pairs.shape[1]:
            self._grow(end)
        self._pairs[:, self._count : end] = _pairs_of(blocks)
        self._count = end

    def _grow(self, least: int) -> None:
        larger = np.empty((2, max(least, 2 * self._pairs.shape[1])), np.int8)
        larger[:, : self._count] = self._pairs[:, : self._count]
        self._pairs = larger


def peaks_of(samples: NDArray[np.float32]) -> Peaks:
    """Of a whole recording, float32 of shape [samples]; read a minute at a time, as it may lie on the disk."""
    builder = PeaksBuilder()
    minute = 60 * SAMPLE_RATE_HZ
    for start in range(0, len(samples), minute):
        builder.add(samples[start : start + minute])
    return builder.peaks()


def _pairs_of(blocks: NDArray[np.float32]) -> Int8s:
    """int8 [2, blocks] of float32 [blocks, samples]."""
    extremes = np.stack((blocks.min(axis=1), blocks.max(axis=1)))
    pairs: Int8s = np.rint(extremes * FULL_SCALE).clip(-FULL_SCALE, FULL_SCALE - 1).astype(np.int8)
    return pairs
