"""How speakers were labelled while a recording was made: what was told first, what was changed late, what stayed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline
from desktop_app.core.evaluation.values import SpokenSpan

AT_ONCE_MS = 150
"""A stretch that ended so long ago is told, if it is known whose it is,"""
AT_THE_LATEST_MS = 2500
"""and after so long in any case."""
LATE_MS = 10_000
"""A label that changes so long after it was spoken was wrong on the screen for too long."""
_GRID_MS = 10
_SILENT, _UNSURE = 0, -1


@dataclass(frozen=True, slots=True)
class LiveLabels:
    """The labels of one recording. Stretches of which nobody knew whose they are appear in neither list of spans.

    settled: at the end, what overlaps too. first: as each stretch was told first, one speaker at a time. told_s,
    changed_s: speech that was told LATE_MS after it was spoken, and how much of that is somebody else's at the end;
    switched_s: how much of it was somebody's before.
    """

    settled: tuple[SpokenSpan, ...]
    first: tuple[SpokenSpan, ...]
    told_s: float
    changed_s: float
    switched_s: float


class LabelWatch:
    """Looks at every timeline of a diarizer."""

    def __init__(self, *, step_ms: int) -> None:
        """step_ms: between two timelines; what would be too late at the next one is told now."""
        self._patience_ms = AT_THE_LATEST_MS - step_ms
        self._first: list[LiveSegment] = []
        self._told_ms = 0
        self._late: dict[int, NDArray[np.int64]] = {}
        self._looked_ms = 0

    def see(self, timeline: LiveTimeline) -> None:
        """Take in a timeline while more is to come."""
        for segment in _after(timeline.exclusive, self._told_ms):
            age_ms = timeline.heard_ms - segment.end_ms
            if age_ms < (self._patience_ms if segment.speaker is None else AT_ONCE_MS):
                break
            self._tell(segment)
        settled_ms = timeline.heard_ms - LATE_MS
        if settled_ms > self._looked_ms:
            self._late[self._looked_ms] = _grid(timeline, self._looked_ms, settled_ms)
            self._looked_ms = settled_ms

    def finish(self, timeline: LiveTimeline) -> LiveLabels:
        """What came of it. timeline: the last."""
        for segment in _after(timeline.exclusive, self._told_ms):
            self._tell(segment)
        told = changed = switched = 0
        for start_ms, before in self._late.items():
            now = _grid(timeline, start_ms, start_ms + len(before) * _GRID_MS)
            spoken = (before != _SILENT) & (now != _SILENT)
            told += int(spoken.sum())
            changed += int((spoken & (before != now)).sum())
            switched += int((spoken & (before != now) & (before != _UNSURE) & (now != _UNSURE)).sum())
        second = 1000 / _GRID_MS
        seconds = (told / second, changed / second, switched / second)
        return LiveLabels(_spans(timeline.full), _spans(self._first), *seconds)

    def _tell(self, segment: LiveSegment) -> None:
        self._first.append(LiveSegment(max(segment.start_ms, self._told_ms), segment.end_ms, segment.speaker))
        self._told_ms = segment.end_ms


def _after(segments: Iterable[LiveSegment], told_ms: int) -> Iterator[LiveSegment]:
    return (segment for segment in segments if segment.end_ms > told_ms)


def _grid(timeline: LiveTimeline, start_ms: int, end_ms: int) -> NDArray[np.int64]:
    """Who speaks at every grid point of [start_ms, end_ms): the place among the speakers, from 1 on."""
    numbers: dict[str | None, int] = {each.id: at for at, each in enumerate(timeline.speakers, start=1)}
    labels = np.full(-(-(end_ms - start_ms) // _GRID_MS), _SILENT, np.int64)
    for segment in _after(timeline.exclusive, start_ms):
        first, last = (max(0, -(-(ms - start_ms) // _GRID_MS)) for ms in (segment.start_ms, segment.end_ms))
        labels[first:last] = numbers.get(segment.speaker, _UNSURE)
    return labels


def _spans(segments: Iterable[LiveSegment]) -> tuple[SpokenSpan, ...]:
    return tuple(
        SpokenSpan(segment.speaker, segment.start_ms, segment.end_ms)
        for segment in segments
        if segment.speaker is not None
    )
