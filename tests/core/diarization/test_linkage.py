from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from desktop_app.core.diarization.linkage import Points, grow_tree
from diarization.unit_vectors import around, partition


def points(count: int, seed: int = 1) -> Points:
    drawn = np.random.default_rng(seed)
    return Points(
        drawn.standard_normal((count, 12)).astype(np.float32),
        drawn.uniform(0.5, 5.0, count),
        drawn.uniform(0.5, 5.0, count),
    )


@pytest.mark.parametrize("merges", [0, 7, 20, 35, 39])
def test_with_equal_weights_it_is_the_average_linkage_that_scipy_knows(merges: int) -> None:
    vectors = around(8, 5, noise=0.12)
    ours = grow_tree(Points(vectors, np.ones(40), np.ones(40))).cut(merges)
    theirs = fcluster(linkage(vectors, "average", "cosine"), 40 - merges, "maxclust")
    assert partition(ours.tolist()) == partition(theirs.tolist())


@pytest.mark.parametrize("merges", [0, 3, 8])
def test_a_heavy_point_counts_like_its_equals_together(merges: int) -> None:
    vectors, weights = around(12, 1, noise=0.15), np.random.default_rng(5).uniform(1, 9, 12)
    thirds = np.repeat(np.arange(12), 3)
    heavy = grow_tree(Points(vectors, weights, weights)).cut(merges)
    light = grow_tree(Points(vectors[thirds], weights[thirds] / 3, weights[thirds])).cut(24 + merges)
    assert partition(light.tolist()) == partition(heavy[thirds].tolist())


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(25)))
def test_the_tree_does_not_hang_on_the_order_of_its_points(order: list[int]) -> None:
    straight, shuffled = points(25), points(25).at(np.array(order))
    for merges in (5, 15, 22):
        labels = grow_tree(straight).cut(merges)
        assert partition(labels[order].tolist()) == partition(grow_tree(shuffled).cut(merges).tolist())


def test_groups_can_take_the_place_of_their_members() -> None:
    given_points = points(30)
    tree = grow_tree(given_points)
    labels = tree.cut(12)
    above = grow_tree(given_points.merged(labels))
    assert partition(above.cut(10)[labels].tolist()) == partition(tree.cut(22).tolist())


def test_merges_come_with_the_most_alike_first() -> None:
    tree = grow_tree(points(40))
    assert tree.pairs.shape == (39, 2)
    assert (np.diff(tree.likeness) <= 0).all()
    middle = float(tree.likeness[20])
    assert tree.merges_down_to(middle) == 21
    assert len(np.unique(tree.cut(21))) == 19


def test_one_point_is_a_tree_without_merges() -> None:
    tree = grow_tree(points(1))
    assert (tree.pairs.shape, tree.cut(0).tolist()) == ((0, 2), [0])


# Groups that cannot be linked.


def constrained(count: int, fixed: dict[int, int], seed: int = 1) -> Points:
    groups = np.full(count, -1)
    groups[list(fixed)] = list(fixed.values())
    return replace(points(count, seed), fixed=groups)


def greedy(start: Points, merges: int) -> list[int]:
    """The most alike pair that may be linked, again and again, without any cunning."""
    labels = np.arange(len(start))
    assert start.fixed is not None
    for _ in range(merges):
        groups = start.merged(labels)
        assert groups.fixed is not None
        likeness = groups.means.astype(float) @ groups.means.T.astype(float)
        likeness[np.tril_indices(len(likeness))] = -np.inf
        likeness[np.ix_(groups.fixed >= 0, groups.fixed >= 0)] = -np.inf
        first, second = np.unravel_index(likeness.argmax(), likeness.shape)
        labels = np.unique(np.where(labels == second, first, labels), return_inverse=True)[1]
    return [int(label) for label in labels]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000), st.dictionaries(st.integers(0, 19), st.integers(0, 9), min_size=1, max_size=6))
def test_under_constraints_the_merges_are_those_of_the_greedy_order(seed: int, drawn: dict[int, int]) -> None:
    fixed = {point: number for number, point in enumerate(drawn)}  # one point for each group
    start = constrained(20, fixed, seed)
    tree = grow_tree(start)
    assert len(tree.pairs) == 20 - len(fixed)
    for merges in range(0, 21 - len(fixed), 3):
        assert partition(tree.cut(merges).tolist()) == partition(greedy(start, merges))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 20))
def test_groups_that_cannot_be_linked_never_are(seed: int, groups: int) -> None:
    tree = grow_tree(constrained(20, {point: groups - 1 - point for point in range(groups)}, seed))
    labels = tree.cut(len(tree.pairs))
    assert sorted(labels[:groups]) == list(range(groups))
    assert len(np.unique(labels)) == groups


def test_without_groups_that_cannot_be_linked_the_tree_is_the_same_to_the_bit() -> None:
    free, constrained_by_nothing = grow_tree(points(60)), grow_tree(constrained(60, {}))
    assert free.pairs.tolist() == constrained_by_nothing.pairs.tolist()
    assert free.likeness.tobytes() == constrained_by_nothing.likeness.tobytes()
