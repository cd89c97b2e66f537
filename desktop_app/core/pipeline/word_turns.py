"""Words whose speakers are known into turns: who said what, as it is read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.align import TurnBuilder
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS, Region
from desktop_app.core.pipeline.transcript_parts import Part
from desktop_app.core.pipeline.word_owners import owners_of
from desktop_app.core.transcript.values import Turn

MAX_JOINED_MS = 20_000
"""Turns of people who turn out to be one are joined up to this length."""


def turns_of(
    parts: Sequence[Part],
    diarization: Diarization,
    ids: Mapping[int, str] | None = None,
    *,
    decided: Sequence[int | None] | None = None,
) -> tuple[Turn, ...]:
    """Every part in a turn of the speaker who has the floor then, and the speech without words.

    parts: ordered by time, those of one turn together; a new turn begins where the speaker changes inside one. ids: of
    the speakers by number, where they are not those of a new transcript. decided: whose a part is, whatever the
    diarization says, None where it has a say; turns with such parts are not joined with others.
    """
    decided = decided or [None] * len(parts)
    found = owners_of(parts, diarization.exclusive)
    owners = [each if sure is None else sure for each, sure in zip(found, decided, strict=True)]
    groups = _groups(parts, owners, [sure is not None for sure in decided])
    regions = _regions(groups, diarization.exclusive)
    builder = TurnBuilder(regions, diarization.full, ids)
    return builder.all_turns(_turn(builder, region, group) for region, group in zip(regions, groups, strict=True))


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts that become one turn of this speaker. decided: a person said so, of some of them."""

    owner: int
    parts: tuple[Part, ...]
    decided: bool

    @property
    def start_ms(self) -> int:
        return self.parts[0].from_ms

    @property
    def end_ms(self) -> int:
        return max(part.to_ms for part in self.parts)

    def takes(self, other: "_Group") -> bool:
        """Whether the group that follows belongs to the same turn."""
        before, after = self.parts[-1], other.parts[0]
        # Between two turns of one speaker there was a pause, or the end of what a turn may hold: that stays.
        return (
            self.owner == other.owner
            and not (self.decided or other.decided)
            and before.speaker != after.speaker
            and other.start_ms - self.end_ms <= MAX_PAUSE_MS
            and other.end_ms - self.start_ms <= MAX_JOINED_MS
        )


def _groups(parts: Sequence[Part], owners: Sequence[int], decided: Sequence[bool]) -> list[_Group]:
    groups: list[_Group] = []
    triples = zip(parts, owners, decided, strict=True)
    for (_, owner), run in groupby(triples, key=lambda triple: (triple[0].turn, triple[1])):
        own, _, sure = zip(*run, strict=True)
        group = _Group(owner, own, any(sure))
        if groups and groups[-1].takes(group):
            group = _Group(owner, groups.pop().parts + group.parts, decided=False)
        groups.append(group)
    return groups


def _regions(groups: Sequence[_Group], exclusive: Sequence[Segment]) -> list[Region]:
    """The floor time of each group's speaker within it; those of one speaker do not run into each other."""
    floor: dict[int, list[Segment]] = defaultdict(list)
    for segment in exclusive:
        floor[segment.speaker].append(segment)
    following: dict[int, int] = {}
    regions = []
    for group in reversed(groups):
        end_ms = min(group.end_ms, max(following.get(group.owner, group.end_ms), group.start_ms + 1))
        following[group.owner] = group.start_ms
        regions.append(_region(group.owner, group.start_ms, end_ms, floor[group.owner]))
    return regions[::-1]


def _region(speaker: int, start_ms: int, end_ms: int, floor: Sequence[Segment]) -> Region:
    at = bisect_right(floor, start_ms, key=attrgetter("end_ms"))
    inside = []
    while at < len(floor) and floor[at].start_ms < end_ms:
        segment = floor[at]
        inside.append(replace(segment, start_ms=max(start_ms, segment.start_ms), end_ms=min(end_ms, segment.end_ms)))
        at += 1
    return Region(tuple(inside) or (Segment(speaker, start_ms, end_ms),))


def _turn(builder: TurnBuilder, region: Region, group: _Group) -> Turn:
    """The group as a turn that reaches as far as its words do: they keep their times."""
    turn = builder.turn(region, ())
    words = tuple(part.word for part in group.parts if part.word)
    if not words:
        return turn
    return replace(
        turn,
        words=words,
        start_ms=min(turn.start_ms, min(word.start_ms for word in words)),
        end_ms=max(turn.end_ms, max(word.end_ms for word in words)),
    )
