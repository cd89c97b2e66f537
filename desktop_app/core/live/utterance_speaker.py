"""Who has the floor during an utterance, by what is known of the voices now."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from desktop_app.core.diarization.live_timeline import LiveSegment, LiveTimeline

FLICKER_MS = 250
"""Shorter than the shortest word: nobody takes the floor for so long."""
UNSURE_MS = 600
"""An unsure moment shorter than this belongs to who speaks beside it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an utterance with one speaker; None while it is not known who that is."""

    start_ms: int
    end_ms: int
    speaker: str | None


def parts_of(timeline: LiveTimeline, start_ms: int, end_ms: int) -> list[Part]:
    """The stretches of an utterance, which together are all of it, cut in the middle between two speakers."""
    heard = _long_enough(_joined(segments_between(timeline, start_ms, end_ms), start_ms, end_ms))
    if len(heard) < 2:
        return [Part(start_ms, end_ms, heard[0].speaker if heard else None)]
    borders = [(before.end_ms + after.start_ms) // 2 for before, after in pairwise(heard)]
    edges = [start_ms, *borders, end_ms]
    return [Part(edges[at], edges[at + 1], part.speaker) for at, part in enumerate(heard)]


def speaker_of(timeline: LiveTimeline, start_ms: int, end_ms: int) -> str | None:
    """Who speaks most between two times; None where that is not known."""
    total: Counter[str | None] = Counter()
    for each in segments_between(timeline, start_ms, end_ms):
        total[each.speaker] += min(each.end_ms, end_ms) - max(each.start_ms, start_ms)
    return max(total, key=lambda speaker: (total[speaker], speaker or ""), default=None)


def heard_from_ms(timeline: LiveTimeline, part: Part) -> int:
    """Where the speaker of a part begins to be heard: before the part's start, if that is under somebody else's."""
    before = timeline.full[: bisect_left(timeline.full, part.start_ms, key=lambda each: each.start_ms)]
    own = next((each for each in reversed(before) if each.speaker == part.speaker), None)
    if part.speaker is None or own is None or own.end_ms <= part.start_ms:
        return part.start_ms
    others = [each for each in segments_between(timeline, own.start_ms, part.start_ms) if each.speaker != part.speaker]
    if not others or others[-1].end_ms < part.start_ms - FLICKER_MS:
        return part.start_ms
    return max(own.start_ms, others[-1].start_ms)


def segments_between(timeline: LiveTimeline, start_ms: int, end_ms: int) -> Sequence[LiveSegment]:
    """The segments, one speaker at a time, that lie between two times, if only in part."""
    segments = timeline.exclusive
    first = bisect_right(segments, start_ms, key=lambda each: each.end_ms)
    last = bisect_right(segments, end_ms - 1, key=lambda each: each.start_ms)
    return segments[first:last]


def _joined(segments: Sequence[LiveSegment], start_ms: int, end_ms: int) -> list[Part]:
    runs = (list(run) for _, run in groupby(segments, key=lambda each: each.speaker))
    return [Part(max(run[0].start_ms, start_ms), min(run[-1].end_ms, end_ms), run[0].speaker) for run in runs]


def _long_enough(parts: list[Part]) -> list[Part]:
    """The parts without moments too short to be somebody's, those of one speaker joined."""
    longest = max(parts, key=lambda part: part.end_ms - part.start_ms, default=None)
    kept = [part for part in parts if part is longest or part.end_ms - part.start_ms >= _least_ms(part)]
    runs = (list(run) for _, run in groupby(kept, key=lambda part: part.speaker))
    return [Part(run[0].start_ms, run[-1].end_ms, run[0].speaker) for run in runs]


def _least_ms(part: Part) -> int:
    return UNSURE_MS if part.speaker is None else FLICKER_MS
