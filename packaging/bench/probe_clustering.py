"""Prints how long it takes to find the speakers of very many embeddings: probe_clustering EMBEDDINGS SPEAKERS."""

import json
import sys
import time

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.clustering import SpeakerBounds, speaker_centroids
from desktop_app.core.diarization.options import SENSITIVITY
from desktop_app.core.evaluation.memory import peak_mb

DIMENSION = 256
SAME_COSINE, OTHER_COSINE = 0.6, 0.08
PIECE_S = 3.0


def synthetic_embeddings(count: int, speakers: int, *, seed: int = 1) -> NDArray[np.float32]:
    """Float32 [count, 256], rows of length 1: SAME_COSINE apart on average within a speaker, OTHER_COSINE between."""
    rng = np.random.default_rng(seed)
    axes = np.linalg.qr(rng.normal(size=(DIMENSION, speakers + 1)))[0].T.astype(np.float32)
    shared, own = axes[0] * OTHER_COSINE**0.5, axes[1:] * (SAME_COSINE - OTHER_COSINE) ** 0.5
    noise = rng.standard_normal((count, DIMENSION), np.float32)
    noise *= (1 - SAME_COSINE) ** 0.5 / np.linalg.norm(noise, axis=1, keepdims=True)
    noise += shared + own[rng.integers(speakers, size=count)]
    return noise / np.linalg.norm(noise, axis=1, keepdims=True)


def main() -> None:
    """Cluster once, packages loaded before."""
    count, speakers = map(int, sys.argv[1:])
    embeddings = synthetic_embeddings(count, speakers)
    found, wall_s = _clustered(embeddings[:100])
    found, wall_s = _clustered(embeddings)
    fields = {"embeddings": count, "speakers_true": speakers, "speakers_found": found, "wall_s": wall_s}
    print(json.dumps({**fields, "peak_mb": peak_mb()}))


def _clustered(embeddings: NDArray[np.float32]) -> tuple[int, float]:
    seconds = np.full(len(embeddings), PIECE_S)
    started_s = time.perf_counter()
    found = len(speaker_centroids(embeddings, seconds, SpeakerBounds(), sensitivity=SENSITIVITY))
    return found, time.perf_counter() - started_s


if __name__ == "__main__":
    main()
