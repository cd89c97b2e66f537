import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.transcript.values import Span
from desktop_app.ui.player.stretches import Stretches

spans = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 9)))


@given(spans=spans)
def test_as_much_lies_in_a_column_as_moments_of_it_are_covered(spans: list[Span]) -> None:
    covered = [any(span.start_ms <= ms < span.end_ms for span in spans) for ms in range(80)]
    edges = np.arange(0, 81, 5)
    heard = Stretches.of(spans).within(edges.astype(float))
    assert heard.tolist() == [sum(covered[start : start + 5]) for start in edges[:-1]]


@given(spans=spans)
def test_a_moment_is_covered_from_a_start_to_just_before_the_end(spans: list[Span]) -> None:
    made = Stretches.of(spans)
    for ms in range(80):
        assert made.covers(ms) == any(span.start_ms <= ms < span.end_ms for span in spans)


def test_what_touches_is_one_stretch() -> None:
    made = Stretches.of([Span(30, 40), Span(0, 10), Span(10, 20), Span(5, 8)])
    assert made.edges_ms.tolist() == [0, 20, 30, 40]
    assert made.sums_ms.tolist() == [0, 20, 20, 30]
    assert made.end_ms == 40


def test_a_column_that_is_cut_by_an_edge_has_its_part() -> None:
    assert Stretches.of([Span(10, 20)]).within(np.array([0.0, 12.5, 30.0])).tolist() == pytest.approx([2.5, 7.5])


def test_of_nothing_nothing_is_covered() -> None:
    empty = Stretches.of([])
    assert empty.end_ms == 0
    assert not empty.covers(0)
    assert empty.within(np.array([0.0, 10.0])).tolist() == [0]
