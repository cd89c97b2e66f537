from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.diarization.assignment import Assignment
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline, full_timeline

SPEAKERS = 4
END_MS = 8000


@st.composite
def full_timelines(draw: st.DrawFn) -> list[Segment]:
    """Segments ordered by start; those of one speaker do not touch."""
    segments = []
    for speaker in range(SPEAKERS):
        borders = sorted(draw(st.sets(st.integers(0, 60), max_size=8)))
        ends = zip(borders[::2], borders[1::2], strict=False)
        segments += [Segment(speaker, start_ms, end_ms) for start_ms, end_ms in ends]
    return sorted(segments, key=lambda segment: (segment.start_ms, segment.end_ms, segment.speaker))


@st.composite
def assigned_pieces(draw: st.DrawFn) -> tuple[list[Piece], list[int]]:
    starts = draw(st.lists(st.integers(0, 300), min_size=1, max_size=8))
    pieces = []
    for track, start in enumerate(sorted(starts)):
        active = np.array(draw(st.lists(st.booleans(), min_size=1, max_size=60)), np.bool_)
        pieces.append(Piece(track, start, active, active))
    return pieces, draw(st.lists(st.integers(0, SPEAKERS - 1), min_size=len(pieces), max_size=len(pieces)))


def exclusive(full: list[Segment]) -> tuple[Segment, ...]:
    return exclusive_timeline(full, flicker_ms=0)


def covered_ms(segments: list[Segment] | tuple[Segment, ...]) -> set[int]:
    return {ms for segment in segments for ms in range(segment.start_ms, segment.end_ms)}


def assignment(speakers: list[int]) -> Assignment:
    return Assignment(np.array(speakers, np.int64), np.full(len(speakers), np.nan))


@settings(deadline=None)
@given(full_timelines())
def test_exclusive_segments_are_ordered_and_never_overlap(full: list[Segment]) -> None:
    found = exclusive(full)
    assert all(segment.start_ms < segment.end_ms for segment in found)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(found))


@settings(deadline=None)
@given(full_timelines())
def test_no_speech_is_lost_when_only_one_may_speak(full: list[Segment]) -> None:
    assert covered_ms(exclusive(full)) == covered_ms(full)


@settings(deadline=None)
@given(full_timelines())
def test_a_speaker_has_the_floor_only_where_it_is_heard(full: list[Segment]) -> None:
    for segment in exclusive(full):
        assert covered_ms([segment]) <= covered_ms([one for one in full if one.speaker == segment.speaker])


@settings(deadline=None)
@given(full_timelines())
def test_neighbours_in_the_exclusive_timeline_that_touch_are_two_speakers(full: list[Segment]) -> None:
    for before, after in pairwise(exclusive(full)):
        assert before.end_ms < after.start_ms or before.speaker != after.speaker


def test_who_spoke_before_goes_on() -> None:
    assert exclusive([Segment(0, 0, 50), Segment(1, 20, 90)]) == (Segment(0, 0, 50), Segment(1, 50, 90))


def test_a_moment_in_the_middle_of_ones_speech_does_not_take_the_floor() -> None:
    full = [Segment(0, 0, 2000), Segment(1, 1900, 2200), Segment(0, 2200, 3000)]
    assert exclusive_timeline(full) == (Segment(0, 0, 3000),)
    assert [one.speaker for one in exclusive_timeline(full, flicker_ms=200)] == [0, 1, 0]


def test_a_moment_with_a_pause_beside_it_keeps_the_floor() -> None:
    full = [Segment(0, 0, 1000), Segment(1, 1000, 1200), Segment(0, 1210, 2000)]
    assert exclusive_timeline(full) == tuple(full)


@settings(deadline=None)
@given(full_timelines(), st.integers(1, 30))
def test_without_flickers_no_speech_is_lost_and_only_moments_change_hands(full: list[Segment], flicker_ms: int) -> None:
    steady = exclusive_timeline(full, flicker_ms=flicker_ms)
    assert covered_ms(steady) == covered_ms(full)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(steady))
    taken = [
        one
        for one in exclusive(full)
        if not any(s.speaker == one.speaker and s.start_ms <= one.start_ms < s.end_ms for s in steady)
    ]
    assert all(one.end_ms - one.start_ms < flicker_ms for one in taken)


def test_of_two_who_begin_together_the_longer_has_the_floor() -> None:
    assert exclusive([Segment(0, 0, 30), Segment(1, 0, 90)]) == (Segment(1, 0, 90),)


@settings(deadline=None)
@given(assigned_pieces(), st.permutations(range(SPEAKERS)))
def test_renaming_speakers_renames_the_segments_and_nothing_else(
    assigned: tuple[list[Piece], list[int]], names: list[int]
) -> None:
    pieces, speakers = assigned
    before = full_timeline(pieces, assignment(speakers), END_MS)
    after = full_timeline(pieces, assignment([names[speaker] for speaker in speakers]), END_MS)
    renamed = {(names[segment.speaker], segment.start_ms, segment.end_ms) for segment in before}
    assert {(segment.speaker, segment.start_ms, segment.end_ms) for segment in after} == renamed


@settings(deadline=None)
@given(full_timelines(), st.permutations(range(SPEAKERS)))
def test_the_floor_does_not_hang_on_the_speakers_numbers(full: list[Segment], names: list[int]) -> None:
    lengths = [segment.end_ms - segment.start_ms for segment in full]
    untied = [segment for segment, length in zip(full, lengths, strict=True) if lengths.count(length) == 1]
    renamed = [Segment(names[segment.speaker], segment.start_ms, segment.end_ms) for segment in untied]
    expected = [Segment(names[one.speaker], one.start_ms, one.end_ms) for one in exclusive(untied)]
    assert list(exclusive(renamed)) == expected


@settings(deadline=None)
@given(assigned_pieces(), st.integers(0, END_MS))
def test_segments_of_one_speaker_do_not_touch_and_nothing_reaches_beyond_the_end(
    assigned: tuple[list[Piece], list[int]], end_ms: int
) -> None:
    pieces, speakers = assigned
    full = full_timeline(pieces, assignment(speakers), end_ms)
    assert all(segment.start_ms < segment.end_ms <= end_ms for segment in full)
    assert [segment.start_ms for segment in full] == sorted(segment.start_ms for segment in full)
    for speaker in range(SPEAKERS):
        assert all(a.end_ms < b.start_ms for a, b in pairwise(one for one in full if one.speaker == speaker))


def test_a_segment_has_the_least_margin_of_its_pieces() -> None:
    spoken = np.ones(50, np.bool_)
    pieces = [Piece(0, 0, spoken, spoken), Piece(0, 50, spoken, spoken), Piece(0, 200, spoken, spoken)]
    margins = Assignment(np.zeros(3, np.int64), np.array([0.4, 0.25, np.nan]))
    assert [segment.margin for segment in full_timeline(pieces, margins, END_MS)] == [0.25, None]
