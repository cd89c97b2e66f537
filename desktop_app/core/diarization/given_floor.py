"""Timelines in which it is known who has the floor for some stretches, whatever the voices say."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from desktop_app.core.diarization.timeline import Segment

Timelines = tuple[tuple[Segment, ...], tuple[Segment, ...]]


def give_floor(full: Sequence[Segment], exclusive: Sequence[Segment], given: Sequence[Segment]) -> Timelines:
    """The full and the exclusive timeline in which everybody in `given` has the floor wherever somebody speaks there.

    full, exclusive: as timeline makes them. given: ordered and disjoint, with the timelines' speakers or others.
    Speech of whoever loses the floor becomes that of whoever gets it, unless both are heard there; a third person who
    talks over it stays. Where nobody speaks, nothing is added: the union of either timeline stays what it was. What is
    given has no margin.
    """
    heard: dict[int, list[Segment]] = defaultdict(list)
    for segment in full:
        heard[segment.speaker].append(segment)
    floor = [(part, segment.speaker) for segment in exclusive for part in _with_given(segment, given)]
    gains: dict[int, list[Segment]] = defaultdict(list)
    losses: dict[int, list[Segment]] = defaultdict(list)
    for part, before in floor:
        if part.speaker != before:
            gains[part.speaker].append(part)
            losses[before] += without(part, heard[part.speaker])
    changed = [
        each
        for speaker, segments in heard.items()
        for each in _joined([*(part for each in segments for part in without(each, losses[speaker])), *gains[speaker]])
    ]
    changed.sort(key=attrgetter("start_ms", "end_ms", "speaker"))
    return tuple(changed), tuple(part for part, _ in floor)


def _with_given(segment: Segment, given: Sequence[Segment]) -> Iterator[Segment]:
    """The segment in parts, those that are given with their speaker."""
    start_ms = segment.start_ms
    for each in _those_over(segment, given):
        first_ms, last_ms = max(segment.start_ms, each.start_ms), min(segment.end_ms, each.end_ms)
        if start_ms < first_ms:
            yield replace(segment, start_ms=start_ms, end_ms=first_ms)
        yield Segment(each.speaker, first_ms, last_ms)
        start_ms = last_ms
    if start_ms < segment.end_ms:
        yield replace(segment, start_ms=start_ms)


def without(segment: Segment, others: Sequence[Segment]) -> Iterator[Segment]:
    """The parts of the segment that the others, ordered and disjoint, do not lie over."""
    start_ms = segment.start_ms
    for each in _those_over(segment, others):
        if start_ms < each.start_ms:
            yield replace(segment, start_ms=start_ms, end_ms=each.start_ms)
        start_ms = each.end_ms
    if start_ms < segment.end_ms:
        yield replace(segment, start_ms=start_ms)


def _those_over(segment: Segment, others: Sequence[Segment]) -> Iterator[Segment]:
    at = bisect_right(others, segment.start_ms, key=attrgetter("end_ms"))
    while at < len(others) and others[at].start_ms < segment.end_ms:
        yield others[at]
        at += 1


def _joined(segments: list[Segment]) -> list[Segment]:
    """Segments of one speaker, those that touch or lie over each other made one of the least margin."""
    joined: list[Segment] = []
    for each in sorted(segments, key=attrgetter("start_ms", "end_ms")):
        last = joined[-1] if joined else None
        if last and each.start_ms <= last.end_ms:
            margins = [margin for margin in (last.margin, each.margin) if margin is not None]
            end_ms = max(last.end_ms, each.end_ms)
            joined[-1] = replace(last, end_ms=end_ms, margin=min(margins, default=None))
        else:
            joined.append(each)
    return joined
