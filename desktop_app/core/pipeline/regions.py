"""The exclusive timeline cut into regions: what is transcribed in one go and read as one turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.diarization.timeline import Segment

MAX_PAUSE_MS = 1500
"""A longer pause begins a new turn, though the speaker is the same."""


@dataclass(frozen=True, slots=True)
class Region:
    """Speech of one speaker, uninterrupted by others: one or more segments of the exclusive timeline, in order."""

    segments: tuple[Segment, ...]

    @property
    def speaker(self) -> int:
        """Whose speech it is."""
        return self.segments[0].speaker

    @property
    def start_ms(self) -> int:
        """Where the first segment begins."""
        return self.segments[0].start_ms

    @property
    def end_ms(self) -> int:
        """Where the last segment ends."""
        return self.segments[-1].end_ms

    @property
    def margin(self) -> float | None:
        """The least certain segment's margin; None if none is known."""
        return min((s.margin for s in self.segments if s.margin is not None), default=None)


def cut_regions(exclusive: Sequence[Segment], samples: NDArray[np.float32], *, max_ms: int) -> list[Region]:
    """The regions of the exclusive timeline, in order, none longer than max_ms.

    samples: the recording, float32 [n], 16 kHz: speech without a pause is cut where it is quietest.
    """
    short = [part for segment in exclusive for part in _cut_at_quiet(segment, samples, max_ms)]
    regions: list[Region] = []
    for _, run in groupby(_numbered_runs(short), key=lambda item: item[0]):
        regions += _cut_at_pauses(tuple(segment for _, segment in run), max_ms)
    return regions


def _numbered_runs(segments: Sequence[Segment]) -> list[tuple[int, Segment]]:
    """Each segment with the number of its run: a change of speaker or a long pause begins a new one."""
    numbered: list[tuple[int, Segment]] = []
    for segment in segments:
        number, last = numbered[-1] if numbered else (0, segment)
        apart = segment.speaker != last.speaker or segment.start_ms - last.end_ms > MAX_PAUSE_MS
        numbered.append((number + apart, segment))
    return numbered


def _cut_at_pauses(segments: tuple[Segment, ...], max_ms: int) -> list[Region]:
    """The run as regions of at most max_ms, cut at the longest pause, again and again."""
    whole = Region(segments)
    if whole.end_ms - whole.start_ms <= max_ms or len(segments) == 1:
        return [whole]
    middle = (whole.start_ms + whole.end_ms) / 2
    pauses = [
        (after.start_ms - before.end_ms, -abs(before.end_ms - middle), index)
        for index, (before, after) in enumerate(pairwise(segments), start=1)
    ]
    # A cut near an end would leave a scrap: keep to the inner half where there is a pause.
    inner = [pause for pause in pauses if -pause[1] <= (whole.end_ms - whole.start_ms) / 4]
    cut = max(inner or pauses)[2]
    return _cut_at_pauses(segments[:cut], max_ms) + _cut_at_pauses(segments[cut:], max_ms)


def _cut_at_quiet(segment: Segment, samples: NDArray[np.float32], max_ms: int) -> list[Segment]:
    """A segment longer than max_ms as several, cut at the quietest moment of the middle half."""
    length_ms = segment.end_ms - segment.start_ms
    if length_ms <= max_ms:
        return [segment]
    cut_ms = quietest_ms(samples, segment.start_ms + length_ms // 4, segment.end_ms - length_ms // 4)
    parts = (replace(segment, end_ms=cut_ms), replace(segment, start_ms=cut_ms))
    return [each for part in parts for each in _cut_at_quiet(part, samples, max_ms)]
