"""Who speaks when, as far as it is known while the recording goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import Speaker


@dataclass(frozen=True, slots=True)
class LiveSegment:
    """A stretch of speech of one voice. speaker: an id; None where it is not known yet whose it is."""

    start_ms: int
    end_ms: int
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class LiveVoice:
    """How a speaker sounds so far. centroid: float32 [dimension], of length 1. seconds: of clean speech behind it."""

    centroid: NDArray[np.float32]
    seconds: float


@dataclass(frozen=True, slots=True)
class LiveTimeline:
    """A snapshot. heard_ms: up to where speech is known; no segment reaches beyond.

    full: who is heard when, ordered by start; segments of several may overlap. exclusive: the same with one at a time,
    ordered and disjoint. speakers: everybody found so far, in order; ids, names and colours never change hands. voices:
    theirs, by their ids.
    """

    heard_ms: int = 0
    full: tuple[LiveSegment, ...] = ()
    exclusive: tuple[LiveSegment, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    voices: Mapping[str, LiveVoice] = field(default_factory=dict, compare=False, repr=False)
