"""Agglomerative clustering by average likeness, weighted, with the whole tree as its result.

A group is its weighted mean vector and its weight, and the likeness of two groups is the product of their means. For
vectors divided by their reliability that is the weighted average of all likenesses between their members, so groups
can take the place of their members without a loss.

Two groups that cannot be linked have a likeness of minus infinity. The weighted average keeps it so for whatever joins
either of them, and no merge brings a third group nearer than its nearer part was: chains of nearest neighbours find the
merges of the greedy order under such constraints, too. See Davidson and Ravi, "Agglomerative hierarchical clustering
with constraints", PKDD 2005, and Wagstaff and Cardie, "Clustering with instance-level constraints", ICML 2000.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Vectors to be grouped. means: float32 [n, dimension]; weights: float64 [n], positive; seconds: float64 [n], the
    clean speech behind each.

    fixed: int64 [n], which must-link group a point stands for, -1 where it is free; None if all are. One point stands
    for all of a group, and two groups cannot be linked.
    """

    means: NDArray[np.float32]
    weights: NDArray[np.float64]
    seconds: NDArray[np.float64]
    fixed: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.weights)

    def at(self, chosen: NDArray[np.int64] | NDArray[np.bool_] | slice) -> "Points":
        """Some of the points."""
        fixed = None if self.fixed is None else self.fixed[chosen]
        return Points(self.means[chosen], self.weights[chosen], self.seconds[chosen], fixed)

    def merged(self, labels: NDArray[np.int64]) -> "Points":
        """One point for each group; labels: int64 [n], 0 to groups - 1, none left out."""
        groups = int(labels.max()) + 1
        weights, seconds = np.zeros((2, groups))
        np.add.at(weights, labels, self.weights)
        np.add.at(seconds, labels, self.seconds)
        means = np.zeros((groups, self.means.shape[1]))
        np.add.at(means, labels, self.means * self.weights[:, None])
        fixed = None
        if self.fixed is not None:
            fixed = np.full(groups, -1)
            np.maximum.at(fixed, labels, self.fixed)
        return Points(np.asarray(means / weights[:, None], np.float32), weights, seconds, fixed)

    @property
    def standing(self) -> NDArray[np.int64]:
        """The points that stand for must-link groups: int64 [groups], in the order of the groups' numbers."""
        if self.fixed is None:
            return np.zeros(0, np.int64)
        chosen = np.flatnonzero(self.fixed >= 0)
        return np.asarray(chosen[self.fixed[chosen].argsort()], np.int64)


def joined_points(parts: Sequence[Points]) -> Points:
    """All points of several parts, of which all or none have must-link groups, as one."""
    fixed = [part.fixed for part in parts if part.fixed is not None]
    return Points(
        np.concatenate([part.means for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.seconds for part in parts]),
        np.concatenate(fixed) if fixed else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The merges that make one group out of n points, or one of each of several that cannot be linked, the most alike
    first.

    points: n. pairs: int64 [n - roots, 2], a point of either group; likeness: float32 [n - roots], never rising.
    """

    points: int
    pairs: NDArray[np.int64]
    likeness: NDArray[np.float32]

    def cut(self, merges: int) -> NDArray[np.int64]:
        """The groups after so many merges: int64 [n], numbered by their first point."""
        parent = np.arange(self.points)
        for first, second in self.pairs[:merges]:
            low, high = sorted((_root(parent, first), _root(parent, second)))
            parent[high] = low
        roots = np.array([_root(parent, point) for point in range(len(parent))])
        return np.asarray(np.unique(roots, return_inverse=True)[1], np.int64)

    def merges_down_to(self, likeness: float) -> int:
        """How many merges are of groups at least so alike."""
        return int(np.count_nonzero(self.likeness >= likeness))


def grow_tree(points: Points) -> Tree:
    """The whole tree of at least one point, by chains of nearest neighbours; n x n float32 in memory."""
    likeness = points.means @ points.means.T
    np.fill_diagonal(likeness, -np.inf)
    standing = points.standing
    likeness[np.ix_(standing, standing)] = -np.inf
    weights = points.weights.copy()
    merges: list[tuple[float, int, int]] = []
    chain: list[int] = []
    alive = np.ones(len(points), np.bool_)
    # While more are left than cannot be linked, one of them is free: something can be merged with it.
    while len(merges) < len(points) - max(1, len(standing)):
        first, second = _next_pair(likeness, alive, chain)
        merges.append((float(likeness[first, second]), first, second))
        _merge(likeness, weights, first, second)
        alive[second] = False
    merges.sort(key=lambda merge: -merge[0])
    return Tree(
        len(points),
        np.array([merge[1:] for merge in merges], np.int64).reshape(-1, 2),
        np.array([merge[0] for merge in merges], np.float32),
    )


def _next_pair(likeness: NDArray[np.float32], alive: NDArray[np.bool_], chain: list[int]) -> tuple[int, int]:
    """Two groups that are each other's nearest, taken off the end of the chain that led there."""
    if not chain:
        chain.append(int(alive.argmax()))
    while True:
        row = likeness[chain[-1]]
        nearest = int(row.argmax())
        before = chain[-2] if len(chain) > 1 else -1
        if before >= 0 and row[before] >= row[nearest]:
            second = chain.pop()
            return chain.pop(), second
        chain.append(nearest)


def _merge(likeness: NDArray[np.float32], weights: NDArray[np.float64], first: int, second: int) -> None:
    """Put the weighted mean of both groups in the place of the first; nothing is near the second any more."""
    share = np.float32(weights[first] / (weights[first] + weights[second]))
    row = share * likeness[first] + (1 - share) * likeness[second]
    row[[first, second]] = -np.inf
    likeness[first], likeness[:, first] = row, row
    likeness[second], likeness[:, second] = -np.inf, -np.inf
    weights[first] += weights[second]


def _root(parent: NDArray[np.int64], point: int) -> int:
    while parent[point] != point:
        parent[point] = parent[parent[point]]
        point = parent[point]
    return int(point)
