"""How much of the speech two diarizations of one recording give to different people."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.timeline import Segment

COLLAR_MS = 50
"""Around every border of the first diarization nothing is counted: three frames sooner or later is the same border."""
_STEP_MS = 10


def label_difference(one: Sequence[Segment], other: Sequence[Segment]) -> float:
    """The share, 0 to 1, of the time with speech in either in which not the same people speak, borders left out.

    Speakers are paired one to one so that it is smallest. 0.0 where neither has any speech.
    """
    from scipy.optimize import linear_sum_assignment

    steps = max((segment.end_ms for segment in (*one, *other)), default=0) // _STEP_MS + 1
    first, second = _speaking(one, steps), _speaking(other, steps)
    rows, columns = linear_sum_assignment(first.astype(np.int64) @ second.T.astype(np.int64), maximize=True)
    before, after = np.zeros((2, len(first) + len(second), steps), np.bool_)
    before[: len(first)] = first
    after[rows] = second[columns]
    rest = np.delete(second, columns, axis=0)
    after[len(first) : len(first) + len(rest)] = rest
    counted = ~_borders(one, steps)
    speech = ((before | after).any(axis=0) & counted).sum()
    return float(((before != after).any(axis=0) & counted).sum() / speech) if speech else 0.0


def _borders(segments: Sequence[Segment], steps: int) -> NDArray[np.bool_]:
    """Which steps lie in a collar: bool [steps]."""
    near = np.zeros(steps, np.bool_)
    for border_ms in (edge for segment in segments for edge in (segment.start_ms, segment.end_ms)):
        near[max(0, border_ms - COLLAR_MS) // _STEP_MS : (border_ms + COLLAR_MS) // _STEP_MS + 1] = True
    return near


def _speaking(segments: Sequence[Segment], steps: int) -> NDArray[np.bool_]:
    """Who speaks at each step: bool [speakers, steps]."""
    speakers = {number: row for row, number in enumerate(sorted({segment.speaker for segment in segments}))}
    speaking = np.zeros((len(speakers), steps), np.bool_)
    for segment in segments:
        speaking[speakers[segment.speaker], segment.start_ms // _STEP_MS : segment.end_ms // _STEP_MS] = True
    return speaking
