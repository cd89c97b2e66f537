"""Speaker embeddings into speakers: agglomerative clustering on cosine distance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DISTANCE = 0.6
"""Average cosine distance under which two groups are one person."""
BLOCK = 2000
"""At most so many vectors are clustered at once; more are first thinned out block by block."""
BLOCK_DISTANCE = 0.3
"""Distance under which vectors of a block are safely one person."""
MIN_SPEAKER_S = 5.0
MIN_SPEAKER_SHARE = 0.02
"""A group with less clean speech than MIN_SPEAKER_S and than this share of all is not a speaker of its own."""


@dataclass(frozen=True, slots=True)
class SpeakerBounds:
    """How many speakers there may be; equal for an exact number, maximum None where open."""

    minimum: int = 1
    maximum: int | None = None


def speaker_centroids(
    embeddings: NDArray[np.float32], seconds: NDArray[np.float64], bounds: SpeakerBounds
) -> NDArray[np.float32]:
    """The voices behind embeddings: one centroid of length 1 for each, float32 [speakers, dimension].

    embeddings: float32 [n, dimension], each of length 1, finite. seconds: clean speech behind each, float64 [n].
    Groups that are too small for a speaker are left out, unless the bounds ask for more. There may be fewer speakers
    than the minimum where there are not that many embeddings, and none where there are none.
    """
    if not len(embeddings):
        return np.zeros((0, embeddings.shape[1]), np.float32)
    points, weights = _thinned(embeddings, seconds)
    labels = _cut(points, weights, bounds)
    return np.stack([_centroid(points, weights, labels == label) for label in np.unique(labels[labels > 0])])


def _thinned(
    points: NDArray[np.float32], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """At most about BLOCK points: near neighbours replaced by their centroid, as often as it takes."""
    distance = BLOCK_DISTANCE
    while len(points) > BLOCK:
        # Sorted by direction first: what is thinned out must not hang on the order of arrival.
        order = np.lexsort(points.T[:4])
        points, weights = points[order], weights[order]
        parts = [
            _merged_block(points[at : at + BLOCK], weights[at : at + BLOCK], distance)
            for at in range(0, len(points), BLOCK)
        ]
        before = len(points)
        points = np.concatenate([part for part, _ in parts])
        weights = np.concatenate([part for _, part in parts])
        if len(points) > 0.8 * before:
            distance += 0.1  # without a limit: voices that are all unlike would never grow fewer
    return points, weights


def _merged_block(
    points: NDArray[np.float32], weights: NDArray[np.float64], distance: float
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    from scipy.cluster.hierarchy import fcluster

    labels = fcluster(_tree(points), distance, "distance") if len(points) > 1 else np.ones(len(points), int)
    groups = [labels == label for label in np.unique(labels)]
    centroids = np.stack([_centroid(points, weights, group) for group in groups])
    return centroids, np.array([weights[group].sum() for group in groups])


def _cut(points: NDArray[np.float32], weights: NDArray[np.float64], bounds: SpeakerBounds) -> NDArray[np.int64]:
    """A label for every point; 0 for those in groups too small for a speaker."""
    from scipy.cluster.hierarchy import fcluster

    if len(points) == 1:
        return np.ones(1, np.int64)
    tree = _tree(points)
    enough_s = min(MIN_SPEAKER_S, MIN_SPEAKER_SHARE * weights.sum())
    labels = _large_groups(fcluster(tree, DISTANCE, "distance"), weights, enough_s)
    found = len(np.unique(labels[labels > 0]))
    wanted = max(bounds.minimum, min(found, bounds.maximum or found))
    return labels if found == wanted else _cut_to(tree, weights, enough_s, min(wanted, len(points)))


def _cut_to(tree: NDArray[np.float64], weights: NDArray[np.float64], enough_s: float, wanted: int) -> NDArray[np.int64]:
    """The cut with exactly so many large groups; where none has, the lowest cut with that many of any size."""
    from scipy.cluster.hierarchy import fcluster

    for groups in range(wanted, min(len(weights), wanted + 20) + 1):
        labels = _large_groups(fcluster(tree, groups, "maxclust"), weights, enough_s)
        if len(np.unique(labels[labels > 0])) == wanted:
            return labels
    return np.asarray(fcluster(tree, wanted, "maxclust"), np.int64)


def _large_groups(labels: NDArray[np.int32], weights: NDArray[np.float64], enough_s: float) -> NDArray[np.int64]:
    """The labels, with 0 for every group of less than enough_s of speech; the largest group always stays."""
    totals = np.bincount(labels, weights=weights)
    large = totals >= min(enough_s, totals.max())
    return np.where(large[labels], labels, 0).astype(np.int64)


def _tree(points: NDArray[np.float32]) -> NDArray[np.float64]:
    from scipy.cluster.hierarchy import linkage

    return np.asarray(linkage(points, method="average", metric="cosine"))


def _centroid(
    points: NDArray[np.float32], weights: NDArray[np.float64], group: NDArray[np.bool_]
) -> NDArray[np.float32]:
    mean = weights[group] @ points[group]
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)
