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
from desktop_app.core.diarization.voices import Voices
from desktop_app.core.embedding.embedder import Embedder

MIN_TRAINING_S = 0.8
"""Clean speech a piece needs to have a say in who the speakers are."""
SENSITIVITY = 0.5
"""Between one speaker for all and one for every piece: what is right for most recordings."""
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


def listen(
    samples: NDArray[np.float32],
    segmenter: Segmenter,
    embedder: Embedder,
    *,
    on_segmentation: Callable[[float], None],
    on_embedding: Callable[[float], None],
) -> Voices:
    """The voices in samples float32 [n], 16 kHz mono; the callbacks hear how far each long step is, 0 to 1."""
    threads = os.cpu_count() or 1
    on_segmentation(0.0)
    activations = segment_recording(samples, segmenter, threads=threads, on_progress=on_segmentation)
    pieces = cut_pieces(follow(activations))
    on_embedding(0.0)
    embeddings = _embed(pieces, samples, embedder, on_embedding)
    return Voices(tuple(pieces), embeddings, len(samples) * 1000 // SAMPLE_RATE_HZ)


def recluster(voices: Voices, bounds: SpeakerBounds, *, sensitivity: float) -> Diarization:
    """Decide who spoke, from the voices alone: well under a second for hours.

    sensitivity: 0 to 1, how small a difference between two voices makes them two speakers. It has no say where the
    bounds ask for an exact number.
    """
    del sensitivity
    assignment = _tell_speakers(list(voices.pieces), voices.embeddings, bounds)
    full = _numbered(full_timeline(voices.pieces, assignment, voices.duration_ms)) if voices.pieces else ()
    told = int(voices.told.sum())
    return Diarization(
        full=full,
        exclusive=exclusive_timeline(full),
        speakers=len({segment.speaker for segment in full}),
        embedded=told,
        skipped=len(voices.pieces) - told,
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
