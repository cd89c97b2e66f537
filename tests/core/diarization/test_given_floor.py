"""Whoever is given the floor has it wherever somebody speaks, and no speech is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.diarization.given_floor import give_floor
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline

LENGTH_MS = 80
BORDERS = st.lists(st.integers(0, LENGTH_MS), unique=True, max_size=10).map(sorted)


def heard(segments: tuple[Segment, ...] | list[Segment]) -> list[set[int]]:
    """Who is heard in each millisecond."""
    moments: list[set[int]] = [set() for _ in range(LENGTH_MS)]
    for segment in segments:
        for moment in moments[segment.start_ms : segment.end_ms]:
            moment.add(segment.speaker)
    return moments


@st.composite
def timelines(draw: st.DrawFn) -> tuple[Segment, ...]:
    full = []
    for speaker in range(draw(st.integers(1, 3))):
        borders = draw(BORDERS)
        full += [Segment(speaker, *pair, 0.3) for pair in zip(borders[::2], borders[1::2], strict=False)]
    return tuple(sorted(full, key=lambda each: (each.start_ms, each.end_ms, each.speaker)))


@st.composite
def gifts(draw: st.DrawFn) -> list[Segment]:
    borders = draw(BORDERS)
    return [
        Segment(draw(st.integers(0, 4)), *pair)
        for pair in zip(borders, borders[1:], strict=False)
        if draw(st.booleans())
    ]


@settings(max_examples=150)
@given(timelines(), gifts(), st.sampled_from([0, 30]))
def test_what_is_given_is_had_and_all_else_stays(
    full: tuple[Segment, ...], gift: list[Segment], flicker_ms: int
) -> None:
    exclusive = exclusive_timeline(full, flicker_ms=flicker_ms)
    new_full, new_exclusive = give_floor(full, exclusive, gift)
    before, floor_before = heard(full), heard(exclusive)
    after, floor_after = heard(new_full), heard(new_exclusive)
    for at, winner in enumerate(heard(gift)):
        loser = floor_before[at]
        if winner and loser and winner != loser:
            assert floor_after[at] == winner
            assert winner <= after[at]
            assert after[at] - loser == (before[at] | winner) - loser
            assert (loser <= after[at]) == (loser <= before[at] and winner <= before[at])
        else:
            assert (floor_after[at], after[at]) == (floor_before[at], before[at])
    for speaker in range(5):
        mine = [each for each in new_full if each.speaker == speaker]
        assert all(one.end_ms < other.start_ms for one, other in zip(mine, mine[1:], strict=False))
    assert list(new_full) == sorted(new_full, key=lambda each: (each.start_ms, each.end_ms, each.speaker))


def test_where_nothing_is_given_the_timelines_stay_as_they_were() -> None:
    full = (Segment(0, 0, 40, 0.2), Segment(1, 30, 60, 0.1))
    exclusive = exclusive_timeline(full)
    assert give_floor(full, exclusive, []) == (full, exclusive)


@pytest.mark.parametrize(
    ("given_ms", "expected"),
    [
        ((0, 40), [(1, 0, 40, None), (0, 40, 60, 0.2)]),
        ((10, 20), [(0, 0, 10, 0.2), (1, 10, 20, None), (0, 20, 60, 0.2)]),
        ((60, 70), [(0, 0, 60, 0.2)]),
    ],
)
def test_speech_goes_from_who_loses_the_floor_to_who_gets_it(
    given_ms: tuple[int, int], expected: list[tuple[int, int, int, float | None]]
) -> None:
    full = (Segment(0, 0, 60, 0.2),)
    new_full, new_exclusive = give_floor(full, full, [Segment(1, *given_ms)])
    assert [(each.speaker, each.start_ms, each.end_ms, each.margin) for each in new_full] == expected
    assert new_exclusive == new_full
