"""Whose each word is in a new exclusive timeline, without a sentence being torn for a moment's doubt."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS
from desktop_app.core.pipeline.transcript_parts import Part
from desktop_app.core.transcript.values import Word

ISLAND_WORDS = 2
"""So few words of somebody else inside a sentence are no interjection, but a border that is a little off."""
_CLOSING = "\"'”’»)]"
_ENDINGS = (".", "?", "!", "…", "。", "？", "！")


def owners_of(parts: Sequence[Part], exclusive: Sequence[Segment]) -> list[int]:
    """The speaker of every part: who has the floor for most of it, else who has it nearest in time.

    parts: as parts_of gives them. exclusive: ordered, disjoint, not empty.
    """
    ends = [segment.end_ms for segment in exclusive]
    owners = [_owner(part, exclusive, ends) for part in parts]
    at = 0
    for _, turn in groupby(parts, key=attrgetter("turn")):
        count = sum(1 for _ in turn)
        if len(set(owners[at : at + count])) > 1:
            owners[at : at + count] = _smoothed(parts[at : at + count], owners[at : at + count])
        at += count
    return owners


def _owner(part: Part, exclusive: Sequence[Segment], ends: Sequence[int]) -> int:
    first = at = bisect_right(ends, part.start_ms)
    if at < len(ends) and exclusive[at].start_ms <= part.start_ms and part.end_ms <= ends[at]:
        return exclusive[at].speaker
    shares: Counter[int] = Counter()
    while at < len(ends) and exclusive[at].start_ms < part.end_ms:
        segment = exclusive[at]
        shares[segment.speaker] += min(segment.end_ms, part.end_ms) - max(segment.start_ms, part.start_ms)
        at += 1
    if shares:
        return max(shares, key=shares.__getitem__)
    beside = exclusive[max(0, first - 1) : first + 1]
    return min(beside, key=lambda each: max(each.start_ms - part.end_ms, part.start_ms - each.end_ms)).speaker


def _smoothed(parts: Sequence[Part], owners: Sequence[int]) -> list[int]:
    """The owners of one turn's parts, with small islands in its sentences given to what is around them."""
    return [owner for start, end in _sentences(parts) for owner in _without_islands(list(owners[start:end]))]


def _sentences(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """First part and the one after the last of each sentence: up to an end mark or a long pause."""
    start = 0
    for at in range(1, len(parts)):
        before = parts[at - 1]
        if _ends_sentence(before) or parts[at].start_ms - before.end_ms > MAX_PAUSE_MS:
            yield start, at
            start = at
    yield start, len(parts)


def _ends_sentence(part: Part) -> bool:
    return part.word is None or ends_sentence(part.word)


def ends_sentence(word: Word) -> bool:
    """Whether a sentence ends with this word."""
    return word.text.rstrip(_CLOSING).endswith(_ENDINGS)


def _without_islands(owners: list[int]) -> list[int]:
    runs = [[owner, sum(1 for _ in run)] for owner, run in groupby(owners)]
    while (island := _island(runs)) is not None:
        runs[island][0] = runs[island - 1][0] if island else runs[island + 1][0]
        runs = _joined(runs)
    return [owner for owner, words in runs for _ in range(words)]


def _island(runs: Sequence[list[int]]) -> int | None:
    """The smallest run of few words whose neighbours are one speaker's, and have more words; None if there is none."""
    islands = []
    for at, (_, words) in enumerate(runs):
        beside = [*runs[max(0, at - 1) : at], *runs[at + 1 : at + 2]]
        speakers = {speaker for speaker, _ in beside}
        if words <= ISLAND_WORDS and len(speakers) == 1 and sum(count for _, count in beside) > words:
            islands.append((words, at))
    return min(islands)[1] if islands else None


def _joined(runs: Sequence[list[int]]) -> list[list[int]]:
    joined: list[list[int]] = []
    for owner, words in runs:
        if joined and joined[-1][0] == owner:
            joined[-1][1] += words
        else:
            joined.append([owner, words])
    return joined
