"""Voices as directions: unit vectors in a space of 256 dimensions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DIMENSION = 256


def in_a_plane(degrees: Sequence[float]) -> NDArray[np.float32]:
    """Unit vectors float32 [n, 256] at these angles in one plane: the cosine between two is that of their angle."""
    radians = np.radians(degrees)
    vectors = np.zeros((len(radians), DIMENSION), np.float32)
    vectors[:, 3], vectors[:, 200] = np.cos(radians), np.sin(radians)
    return vectors


def around(voices: int, each: int, *, noise: float = 0.03, seed: int = 7) -> NDArray[np.float32]:
    """Noisy unit vectors float32 [voices * each, 256] about orthogonal directions, voice by voice."""
    directions = np.repeat(np.eye(DIMENSION)[:voices], each, axis=0)
    vectors = directions + noise * np.random.default_rng(seed).standard_normal(directions.shape)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def nearest(vectors: NDArray[np.float32], centroids: NDArray[np.float32]) -> list[int]:
    """The nearest centroid of every vector."""
    return [int(index) for index in (vectors @ centroids.T).argmax(axis=1)]


def partition(labels: Sequence[int]) -> set[frozenset[int]]:
    """Who belongs together, whatever the groups are called."""
    return {frozenset(i for i, other in enumerate(labels) if other == label) for label in labels}
