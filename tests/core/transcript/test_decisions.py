"""Of what a person decided, the last word counts, and nothing else is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.transcript.decisions import (
    Decision,
    beyond_maximum,
    decided_at,
    decided_speakers,
    merge_decisions,
)
from desktop_app.core.transcript.values import Span

LENGTH_MS = 60


def decision(start_ms: int, end_ms: int, speaker: str) -> Decision:
    return Decision(Span(start_ms, end_ms), speaker)


def merged(*decisions: Decision) -> tuple[Decision, ...]:
    found: tuple[Decision, ...] = ()
    for each in decisions:
        found = merge_decisions(found, each)
    return found


def moment_by_moment(*decisions: Decision) -> list[str | None]:
    """Who was decided last for each millisecond."""
    moments: list[str | None] = [None] * LENGTH_MS
    for each in decisions:
        moments[each.span.start_ms : each.span.end_ms] = [each.speaker] * each.span.duration_ms
    return moments


DECISIONS = st.lists(
    st.tuples(st.integers(0, LENGTH_MS), st.integers(0, LENGTH_MS), st.sampled_from("ABC")).map(
        lambda drawn: decision(*sorted(drawn[:2]), drawn[2])
    ),
    max_size=12,
)


@given(DECISIONS)
def test_at_every_moment_the_last_decision_counts(decisions: list[Decision]) -> None:
    assert moment_by_moment(*merged(*decisions)) == moment_by_moment(*decisions)


@given(DECISIONS)
def test_they_are_ordered_and_disjoint_and_neighbours_of_one_speaker_do_not_touch(decisions: list[Decision]) -> None:
    found = merged(*decisions)
    assert all(each.span.duration_ms for each in found)
    for before, after in pairwise(found):
        assert before.span.end_ms <= after.span.start_ms
        assert before.speaker != after.speaker or before.span.end_ms < after.span.start_ms


@given(DECISIONS)
def test_to_decide_the_same_again_changes_nothing(decisions: list[Decision]) -> None:
    found = merged(*decisions)
    for each in found:
        assert merge_decisions(found, each) == found


def test_what_sticks_out_of_an_overruled_decision_stays_on_both_sides() -> None:
    assert merged(decision(0, 50, "A"), decision(10, 20, "B")) == (
        decision(0, 10, "A"),
        decision(10, 20, "B"),
        decision(20, 50, "A"),
    )


def test_a_decision_of_no_length_changes_nothing() -> None:
    assert merged(decision(0, 50, "A"), decision(10, 10, "B")) == (decision(0, 50, "A"),)


@given(DECISIONS, st.integers(0, LENGTH_MS - 1), st.integers(0, LENGTH_MS))
def test_a_stretch_is_whose_more_than_half_of_it_is(decisions: list[Decision], start_ms: int, end_ms: int) -> None:
    moments = moment_by_moment(*decisions)[start_ms : max(end_ms, start_ms + 1)]
    found = decided_at(merged(*decisions), start_ms, end_ms)
    most = [speaker for speaker in "ABC" if 2 * moments.count(speaker) > len(moments)]
    assert found == (most[0] if most else None)


def test_speakers_come_as_they_are_first_named_and_those_beyond_the_maximum_are_counted() -> None:
    decisions = merged(decision(20, 30, "A"), decision(0, 10, "B"), decision(40, 50, "B"))
    assert decided_speakers(decisions) == ("B", "A")
    assert [beyond_maximum(decisions, maximum) for maximum in (None, 3, 2, 1)] == [0, 0, 0, 1]
