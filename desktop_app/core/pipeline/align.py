"""Words and speech into turns: what was heard, by whom, and where others speak too."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS, Region
from desktop_app.core.transcript.speaker_names import numbered_name
from desktop_app.core.transcript.values import Span, Speaker, Turn, Word


def speakers_of(count: int) -> tuple[Speaker, ...]:
    """The speakers of a new transcript, named by number."""
    return tuple(Speaker(speaker_id(index), numbered_name(index + 1), index) for index in range(count))


def speaker_id(index: int) -> str:
    """The id of the speaker that diarization numbers so, from 0."""
    return f"S{index + 1}"


class TurnBuilder:
    """Turns regions into turns, with the full timeline's speech (overlap too) shared out among them."""

    def __init__(
        self, regions: Sequence[Region], full: Sequence[Segment], ids: Mapping[int, str] | None = None
    ) -> None:
        """ids: of the speakers by number, where they are not those of a new transcript."""
        self._ids = ids
        self._overlaps = overlapped_spans(full)
        self._speech: dict[Region, list[Span]] = {region: [] for region in regions}
        self._unspoken: list[tuple[Segment, Span]] = []
        for speaker in {segment.speaker for segment in full}:
            self._share_out(
                [region for region in regions if region.speaker == speaker],
                [segment for segment in full if segment.speaker == speaker],
            )

    def turn(self, region: Region, words: Sequence[Word]) -> Turn:
        """The region as a turn. words: with times from the recording's start; they are kept inside the turn."""
        speech = tuple(sorted(self._speech[region])) or (Span(region.start_ms, region.end_ms),)
        start_ms, end_ms = min(speech[0].start_ms, region.start_ms), max(speech[-1].end_ms, region.end_ms)
        return Turn(
            speaker=self._id(region.speaker),
            start_ms=start_ms,
            end_ms=end_ms,
            words=tuple(_inside(word, start_ms, end_ms) for word in words),
            speech=speech,
            margin=region.margin,
            overlap=any(is_overlapped(span, self._overlaps) for span in speech),
        )

    def all_turns(self, turns: Iterable[Turn]) -> tuple[Turn, ...]:
        """These turns and those without words, in order."""
        return tuple(sorted((*turns, *self.turns_without_words()), key=attrgetter("start_ms", "end_ms")))

    def turns_without_words(self) -> list[Turn]:
        """Speech that lies wholly under somebody else's, far from any turn of its speaker."""
        return [
            Turn(
                speaker=self._id(segment.speaker),
                start_ms=span.start_ms,
                end_ms=span.end_ms,
                speech=(span,),
                margin=segment.margin,
                overlap=is_overlapped(span, self._overlaps),
            )
            for segment, span in self._unspoken
        ]

    def _id(self, number: int) -> str:
        return speaker_id(number) if self._ids is None else self._ids[number]

    def _share_out(self, regions: Sequence[Region], segments: Sequence[Segment]) -> None:
        """Give each stretch of one speaker to the region it is nearest to, unless that is far away."""
        middles = [(before.end_ms + after.start_ms) // 2 for before, after in pairwise(regions)]
        for segment in segments:
            for span, cell in _cut_at(segment, middles):
                if regions and _distance_ms(span, regions[cell]) <= MAX_PAUSE_MS:
                    self._speech[regions[cell]].append(span)
                else:
                    self._unspoken.append((segment, span))


def overlapped_spans(full: Sequence[Segment]) -> list[Span]:
    """The stretches in which at least two speak, ordered and disjoint. full: ordered by start."""
    spans: list[Span] = []
    reach_ms = 0
    for segment in full:
        if segment.start_ms < reach_ms:
            end_ms = min(reach_ms, segment.end_ms)
            if spans and segment.start_ms <= spans[-1].end_ms:
                spans[-1] = Span(spans[-1].start_ms, max(spans[-1].end_ms, end_ms))
            else:
                spans.append(Span(segment.start_ms, end_ms))
        reach_ms = max(reach_ms, segment.end_ms)
    return spans


def is_overlapped(span: Span, overlaps: Sequence[Span]) -> bool:
    """Whether any of the stretches, as overlapped_spans gives them, lies in this one in part."""
    at = bisect_left(overlaps, span.start_ms, key=lambda overlap: overlap.end_ms - 1)
    return at < len(overlaps) and overlaps[at].start_ms < span.end_ms


def _cut_at(segment: Segment, borders_ms: Sequence[int]) -> list[tuple[Span, int]]:
    """The segment in parts that no border runs through, each with the number of borders before it."""
    parts = []
    start_ms = segment.start_ms
    cell = bisect_right(borders_ms, start_ms)
    while start_ms < segment.end_ms:
        end_ms = min(segment.end_ms, borders_ms[cell]) if cell < len(borders_ms) else segment.end_ms
        parts.append((Span(start_ms, end_ms), cell))
        start_ms, cell = end_ms, cell + 1
    return parts


def _distance_ms(span: Span, region: Region) -> int:
    return max(0, region.start_ms - span.end_ms, span.start_ms - region.end_ms)


def _inside(word: Word, start_ms: int, end_ms: int) -> Word:
    first = min(max(word.start_ms, start_ms), end_ms)
    return replace(word, start_ms=first, end_ms=min(max(word.end_ms, first), end_ms))
