"""A finished transcript under a new clustering: the same words, other speakers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from desktop_app.core.diarization.clustering import SpeakerBounds
from desktop_app.core.diarization.offline import Diarization, recluster
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.pipeline.align import TurnBuilder
from desktop_app.core.pipeline.parts import Part, parts_of
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS, Region
from desktop_app.core.pipeline.speaker_match import match_speakers
from desktop_app.core.pipeline.word_owners import owners_of
from desktop_app.core.transcript.known_speakers import KnownSpeaker, known_speakers
from desktop_app.core.transcript.values import Transcript, Turn

MAX_JOINED_MS = 20_000
"""Turns of people who turn out to be one are joined up to this length."""


def recluster_transcript(
    transcript: Transcript,
    voices: Voices,
    bounds: SpeakerBounds,
    *,
    sensitivity: float,
    known: Sequence[KnownSpeaker] | None = None,
) -> Transcript:
    """The transcript under the clustering that bounds and sensitivity give; see reassign and recluster."""
    return reassign(transcript, recluster(voices, bounds, sensitivity=sensitivity), known=known)


def reassign(
    transcript: Transcript, diarization: Diarization, *, known: Sequence[KnownSpeaker] | None = None
) -> Transcript:
    """The transcript with its words given to the speakers of another diarization of the same recording.

    Every word keeps its text, times, confidence and place among its neighbours. Turns that stay with one speaker keep
    their borders; the clustering that a transcript was made with gives the same transcript again. known: everybody
    whose name and colour count, the transcript's own speakers if None; see match_speakers. A diarization without
    speech changes nothing.
    """
    if not diarization.full:
        return transcript
    speakers = match_speakers(diarization.full, known_speakers(transcript) if known is None else known)
    parts = parts_of(transcript)
    groups = _groups(parts, owners_of(parts, diarization.exclusive))
    regions = _regions(groups, diarization.exclusive)
    builder = TurnBuilder(regions, diarization.full, {number: each.id for number, each in speakers.items()})
    turns = [_turn(builder, region, group) for region, group in zip(regions, groups, strict=True)]
    turns += builder.turns_without_words()
    turns.sort(key=attrgetter("start_ms", "end_ms"))
    return replace(transcript, speakers=tuple(speakers.values()), turns=tuple(turns))


@dataclass(frozen=True, slots=True)
class _Group:
    """Parts that become one turn of this speaker."""

    owner: int
    parts: tuple[Part, ...]

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
            and before.speaker != after.speaker
            and other.start_ms - self.end_ms <= MAX_PAUSE_MS
            and other.end_ms - self.start_ms <= MAX_JOINED_MS
        )


def _groups(parts: Sequence[Part], owners: Sequence[int]) -> list[_Group]:
    groups: list[_Group] = []
    pairs = zip(parts, owners, strict=True)
    for (_, owner), run in groupby(pairs, key=lambda pair: (pair[0].turn, pair[1])):
        group = _Group(owner, tuple(part for part, _ in run))
        if groups and groups[-1].takes(group):
            group = _Group(owner, groups.pop().parts + group.parts)
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
