"""The offline diarization: a whole recording in, who speaks when out."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.assignment import Assignment, assign
from desktop_app.core.diarization.clustering import SpeakerBounds, speaker_centroids
from desktop_app.core.diarization.pieces import Piece, clip_of, cut_pieces
from desktop_app.core.diarization.segmentation import (
    FRAME_STEP_SAMPLES,
    Segmenter,
    segment_recording,
)
from desktop_app.core.diarization.timeline import Segment, exclusive_timeline, full_timeline
from desktop_app.core.diarization.tracks import follow
from desktop_app.core.embedding.embedder import Embedder

MIN_TRAINING_S = 0.8
"""Clean speech a piece needs to have a say in who the speakers are."""
BATCH = 16
"""Clips embedded between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Diarization:
    """Who speaks when.

    full: with overlap; exclusive: one speaker at a time. Speakers are numbered from 0 by their first word.
    embedded, skipped: pieces of speech whose voice was told, and those too short for it.
    """

    full: tuple[Segment, ...]
    exclusive: tuple[Segment, ...]
    speakers: int
    embedded: int
    skipped: int


def diarize(
    samples: NDArray[np.float32],
    segmenter: Segmenter,
    embedder: Embedder,
    *,
    bounds: SpeakerBounds,
    on_segmentation: Callable[[float], None],
    on_embedding: Callable[[float], None],
) -> Diarization:
    """Diarize samples float32 [n], 16 kHz mono; the callbacks hear how far each of the two long steps is, 0 to 1."""
    threads = os.cpu_count() or 1
    on_segmentation(0.0)
    activations = segment_recording(samples, segmenter, threads=threads, on_progress=on_segmentation)
    pieces = cut_pieces(follow(activations))
    on_embedding(0.0)
    embeddings = _embed(pieces, samples, embedder, on_embedding)
    assignment = _tell_speakers(pieces, embeddings, bounds)
    end_ms = len(samples) * 1000 // SAMPLE_RATE_HZ
    full = _numbered(full_timeline(pieces, assignment, end_ms)) if pieces else ()
    told = int(np.isfinite(embeddings).all(axis=1).sum()) if pieces else 0
    return Diarization(
        full=full,
        exclusive=exclusive_timeline(full),
        speakers=len({segment.speaker for segment in full}),
        embedded=told,
        skipped=len(pieces) - told,
    )


def _embed(
    pieces: list[Piece], samples: NDArray[np.float32], embedder: Embedder, on_progress: Callable[[float], None]
) -> NDArray[np.float32]:
    parts = []
    for at in range(0, len(pieces), BATCH):
        batch = pieces[at : at + BATCH]
        parts.append(embedder.embed([clip_of(piece, samples) for piece in batch]))
        on_progress((at + len(batch)) / len(pieces))
    return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)


def _tell_speakers(pieces: list[Piece], embeddings: NDArray[np.float32], bounds: SpeakerBounds) -> Assignment:
    seconds = np.array([piece.clean_frames for piece in pieces]) * FRAME_STEP_SAMPLES / SAMPLE_RATE_HZ
    told = np.isfinite(embeddings).all(axis=1)
    trusted = told & (seconds >= MIN_TRAINING_S) if (told & (seconds >= MIN_TRAINING_S)).any() else told
    centroids = speaker_centroids(embeddings[trusted], seconds[trusted], bounds)
    if not len(centroids):
        return Assignment(np.zeros(len(pieces), np.int64), np.full(len(pieces), np.nan))
    return assign(pieces, embeddings, centroids)


def _numbered(full: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with speakers numbered by first appearance."""
    numbers: dict[int, int] = {}
    for segment in full:
        numbers.setdefault(segment.speaker, len(numbers))
    return tuple(replace(segment, speaker=numbers[segment.speaker]) for segment in full)
