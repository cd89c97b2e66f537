"""How far a recording's sound goes up and down, at every scale: what a waveform is painted from.

Serialised in the data format of BBC's audiowaveform, version 2 (its doc/DataFormat.md): other programs can read it.
"""

import struct
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.errors import PeaksError
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ

PAIR_SAMPLES = 256
PAIR_MS = PAIR_SAMPLES * 1000 / SAMPLE_RATE_HZ
FULL_SCALE = 128

_HEADER = struct.Struct("<iIiiIi")
_VERSION, _EIGHT_BIT, _MONO = 2, 1, 1
_PAIRS_PER_COLUMN = 2
"""So many at least stand for a column where there are as many: its edges are then at most half a column off."""

Int8s = NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Peaks:
    """The lowest and the highest sample of every 256, at 16 kHz mono.

    pairs: int8 of shape [2, pairs], the lowest above the highest; 128 is full scale. Not to be changed.
    """

    pairs: Int8s

    @property
    def duration_ms(self) -> int:
        """How much sound there is, in whole pairs."""
        return int(self.pairs.shape[1] * PAIR_MS)

    @property
    def size_bytes(self) -> int:
        """What all levels take in memory."""
        return sum(level.nbytes for level in self.levels)

    @cached_property
    def levels(self) -> tuple[Int8s, ...]:
        """The pairs, and the same with half as many each time, down to one; made when first asked for."""
        levels = [self.pairs]
        while levels[-1].shape[1] > 1:
            levels.append(_halved(levels[-1]))
        return tuple(levels)

    @cached_property
    def loudness(self) -> float:
        """How high the loud seconds go, 0 to 1: a single click counts for little."""
        second = self.levels[min(6, len(self.levels) - 1)].astype(np.int16)
        highest = np.maximum(-second[0], second[1])
        return float(np.percentile(highest, 98)) / FULL_SCALE if highest.size else 0.0

    def columns(self, start_ms: float, end_ms: float, width: int) -> tuple[Int8s, Int8s]:
        """The lowest and the highest of each of `width` columns of equal time: int8 of shape [width]; 0 without sound.

        A pair counts for the column that it begins in, and for all that lie within it. The time that this takes does
        not hang on how much sound there is.
        """
        column_ms = (end_ms - start_ms) / width
        level = self._level_for(column_ms)
        pair_ms = PAIR_MS * 2**level
        edges = np.floor((start_ms + column_ms * np.arange(width + 1)) / pair_ms).astype(np.int64)
        return _reduced(self.levels[level], edges)

    def _level_for(self, column_ms: float) -> int:
        pairs = column_ms / PAIR_MS / _PAIRS_PER_COLUMN
        wanted = int(np.log2(pairs)) if pairs >= 1 else 0
        return min(wanted, len(self.levels) - 1)

    def to_bytes(self) -> bytes:
        """As an audiowaveform file of 8 bits."""
        header = _HEADER.pack(_VERSION, _EIGHT_BIT, SAMPLE_RATE_HZ, PAIR_SAMPLES, self.pairs.shape[1], _MONO)
        return header + self.pairs.T.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """From what to_bytes gave. PeaksError where it is something else, or not all of it."""
        if len(data) < _HEADER.size:
            raise PeaksError(f"a waveform's file has a header of {_HEADER.size} bytes, here are {len(data)}")
        version, flags, rate_hz, samples, length, channels = _HEADER.unpack_from(data)
        found = (version, flags, rate_hz, samples, channels)
        wanted = (_VERSION, _EIGHT_BIT, SAMPLE_RATE_HZ, PAIR_SAMPLES, _MONO)
        if found != wanted:
            raise PeaksError(f"a waveform's header says {found}, where {wanted} is read")
        body = np.frombuffer(data, np.int8, offset=_HEADER.size)
        if len(body) != 2 * length:
            raise PeaksError(f"a waveform of {length} pairs has {2 * length} bytes, here are {len(body)}")
        return cls(np.ascontiguousarray(body.reshape(-1, 2).T))


def _halved(level: Int8s) -> Int8s:
    even = level[:, ::2]
    odd = level[:, 1::2]
    halved = even.copy()
    shared = odd.shape[1]
    np.minimum(even[0, :shared], odd[0], out=halved[0, :shared])
    np.maximum(even[1, :shared], odd[1], out=halved[1, :shared])
    return halved


def _reduced(level: Int8s, edges: NDArray[np.int64]) -> tuple[Int8s, Int8s]:
    """Over the pairs [edges[i], edges[i + 1]), or over the one at edges[i] where there are none between."""
    mins = np.zeros(len(edges) - 1, np.int8)
    maxs = np.zeros_like(mins)
    there = np.flatnonzero((edges[:-1] >= 0) & (edges[:-1] < level.shape[1]))
    if there.size:
        starts = edges[there]
        heard = level[:, : max(edges[there[-1] + 1], starts[-1] + 1)]
        mins[there] = np.minimum.reduceat(heard[0], starts)
        maxs[there] = np.maximum.reduceat(heard[1], starts)
    return mins, maxs
