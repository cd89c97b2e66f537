"""Speaker embeddings into speakers: how many there are, and the voice of each."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.likeness import reliability
from desktop_app.core.diarization.linkage import Points, Tree, grow_tree, joined_points
from desktop_app.core.diarization.options import SENSITIVITY

LIKENESS = 0.5
"""Groups at least so alike are one person, at the usual sensitivity."""
_SENSITIVITY_REACH = 0.4
BLOCK = 1500
"""At most so many vectors are clustered at once; more are first thinned out block by block."""
BLOCK_LIKENESS = 0.9
"""Vectors of a block that are so alike are safely one person."""
MIN_SPEAKER_S = 1.0
MIN_LONG_SPEAKER_S = 5.0
MIN_SPEAKER_SHARE = 0.02
"""Less clean speech than MIN_SPEAKER_S, or than this share of all up to MIN_LONG_SPEAKER_S, is no speaker."""


@dataclass(frozen=True, slots=True)
class SpeakerBounds:
    """How many speakers there may be; equal for an exact number, maximum None where open."""

    minimum: int = 1
    maximum: int | None = None


def speaker_centroids(
    embeddings: NDArray[np.float32],
    seconds: NDArray[np.float64],
    bounds: SpeakerBounds,
    *,
    sensitivity: float,
    fixed: NDArray[np.int64] | None = None,
) -> NDArray[np.float32]:
    """The voices behind embeddings: one centroid of length 1 for each, float32 [speakers, dimension].

    embeddings: float32 [n, dimension], each of length 1, finite. seconds: clean speech behind each, float64 [n].
    sensitivity: 0 to 1, how small a difference makes two speakers of two voices.
    Groups that are too small for a speaker are left out, unless the bounds ask for more. There may be fewer speakers
    than the minimum where there are not that many embeddings, and none where there are none.

    fixed: int64 [n], -1 where an embedding is free, else the number of its must-link group, from 0, none left out. What
    is of one group is one speaker, small as it may be, and of two groups two, though the bounds ask for fewer: their
    centroids come first, in the order of the numbers. See linkage for how.
    """
    if not len(embeddings):
        return np.zeros((0, embeddings.shape[1]), np.float32)
    likeness = LIKENESS + (sensitivity - SENSITIVITY) * _SENSITIVITY_REACH
    trust = reliability(seconds)
    points = Points(embeddings / trust[:, None], seconds * trust, seconds)
    if fixed is not None:
        points = _linked(points, fixed)
    points = _thinned(points, likeness)
    labels = _cut(grow_tree(points), points, likeness, bounds)
    chosen = labels >= 0
    groups = points.at(chosen).merged(np.unique(labels[chosen], return_inverse=True)[1])
    if fixed is not None:
        groups = groups.at(np.concatenate([groups.standing, np.flatnonzero(groups.fixed == -1)]))
    return np.asarray(groups.means / np.linalg.norm(groups.means, axis=1, keepdims=True), np.float32)


def _linked(points: Points, fixed: NDArray[np.int64]) -> Points:
    """One point for each must-link group, then those that are free."""
    groups = points.at(fixed >= 0).merged(fixed[fixed >= 0]) if (fixed >= 0).any() else points.at(slice(0))
    free = points.at(fixed < 0)
    return joined_points([replace(groups, fixed=np.arange(len(groups))), replace(free, fixed=np.full(len(free), -1))])


def _thinned(points: Points, likeness: float) -> Points:
    """At most about BLOCK free points: near neighbours replaced by their mean, as often as it takes."""
    alike = max(BLOCK_LIKENESS, likeness)
    while len(points) > BLOCK + len(points.standing):
        # Sorted by direction first: what is thinned out must not hang on the order of arrival.
        points = points.at(np.lexsort(points.means.T[:4]))
        parts = [_thinned_block(points.at(slice(at, at + BLOCK)), alike) for at in range(0, len(points), BLOCK)]
        before = len(points)
        points = joined_points(parts)
        if len(points) > 0.8 * before:
            alike -= 0.1  # without a limit: voices that are all unlike would never grow fewer
    return points


def _thinned_block(points: Points, likeness: float) -> Points:
    tree = grow_tree(points)
    return points.merged(tree.cut(tree.merges_down_to(likeness)))


def _cut(tree: Tree, points: Points, likeness: float, bounds: SpeakerBounds) -> NDArray[np.int64]:
    """A label for every point; -1 for those in groups too small for a speaker."""
    enough_s = max(MIN_SPEAKER_S, min(MIN_LONG_SPEAKER_S, MIN_SPEAKER_SHARE * float(points.seconds.sum())))
    labels = _large_groups(tree.cut(tree.merges_down_to(likeness)), points, enough_s)
    found = _count(labels)
    wanted = max(bounds.minimum, min(found, bounds.maximum or found), len(points.standing))
    return labels if found == wanted else _cut_to(tree, points, enough_s, min(wanted, len(points)))


def _cut_to(tree: Tree, points: Points, enough_s: float, wanted: int) -> NDArray[np.int64]:
    """The cut with exactly so many large groups; where none has, the lowest cut with that many of any size."""
    for groups in range(wanted, min(len(points), wanted + 20) + 1):
        labels = _large_groups(tree.cut(len(points) - groups), points, enough_s)
        if _count(labels) == wanted:
            return labels
    return tree.cut(len(points) - wanted)


def _large_groups(labels: NDArray[np.int64], points: Points, enough_s: float) -> NDArray[np.int64]:
    """The labels, with -1 for every group of less than enough_s of speech; the largest always stays, and so does one
    that a must-link group is in."""
    totals = np.bincount(labels, points.seconds)
    stays = totals >= min(enough_s, totals.max())
    stays[labels[points.standing]] = True
    return np.where(stays[labels], labels, -1)


def _count(labels: NDArray[np.int64]) -> int:
    return len(np.unique(labels[labels >= 0]))
