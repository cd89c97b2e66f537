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
