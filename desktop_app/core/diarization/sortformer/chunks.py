"""A recording's features in portions, so that hours of it are never held at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.log_mel import HOP, LogMel
from desktop_app.core.diarization.sortformer.schedule import FEATURES_PER_FRAME, Schedule

_MARGIN = 2
"""Features whose sound reaches beyond a cut: they are made as well, and left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """features: float32 [n, bands]. before, after: frames at the ends that belong to other chunks. done: the share of
    the recording up to its end."""

    features: NDArray[np.float32]
    before: int
    after: int
    done: float


def chunks(samples: NDArray[np.float32], log_mel: LogMel, schedule: Schedule) -> Iterator[Chunk]:
    """The chunks of a recording, float32 [n], 16 kHz; none of one shorter than a feature."""
    count = len(samples) // HOP
    for start in range(0, count, schedule.chunk * FEATURES_PER_FRAME):
        end = min(start + schedule.chunk * FEATURES_PER_FRAME, count)
        before = min(schedule.before * FEATURES_PER_FRAME, start)
        after = min(schedule.after * FEATURES_PER_FRAME, count - end)
        yield Chunk(
            _features(samples, log_mel, start - before, end + after),
            before // FEATURES_PER_FRAME,
            -(-after // FEATURES_PER_FRAME),
            end / count,
        )


def _features(samples: NDArray[np.float32], log_mel: LogMel, start: int, end: int) -> NDArray[np.float32]:
    """Features [start, end) of a recording, as they are in the whole of it: float32 [n, bands]."""
    first = max(0, start - _MARGIN)
    sound = np.nan_to_num(np.asarray(samples[first * HOP : (end + _MARGIN) * HOP], np.float32), posinf=0.0, neginf=0.0)
    found, _ = log_mel.features(sound)
    return np.ascontiguousarray(found[:, start - first : end - first].T)
