"""How a clip is heard in stretches, and put together again: the same for every form of WeSpeaker."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Clip, Embedder, normalised
from desktop_app.core.embedding.fbank import frame_mask
from desktop_app.core.embedding.pooled_frames import PooledFrames
from desktop_app.core.embedding.voice_frames import skimmed
from desktop_app.core.models.forms.wespeaker_trunk import FRAMES_PER_FEATURE

Stretch = tuple[int, int]
Projection = tuple[NDArray[np.float32], NDArray[np.float32]]


def heard_stretches(banks: int, *, skim: bool) -> list[Stretch]:
    """The stretches [start, end) of so many filter banks that go through the trunk: all in one, or about half."""
    features = _feature_count(banks)
    heard = skimmed(features) if skim else [(0, features)][:features]
    return [(start * FRAMES_PER_FEATURE, min(banks, end * FRAMES_PER_FEATURE)) for start, end in heard]


def pooled_frames(
    clip: Clip,
    banks: int,
    heard: Sequence[tuple[Stretch, NDArray[np.float32]]],
    projection: Projection,
) -> PooledFrames:
    """The clip of so many filter banks, from the features float32 [rows, frames] of the stretches that were heard."""
    matrix, _ = projection
    count = _feature_count(banks)
    features = np.zeros((matrix.shape[1] // 2, count), np.float32)
    was_heard = np.zeros(count, np.bool_)
    for (start, _), of_stretch in heard:
        places = slice(start // FRAMES_PER_FEATURE, start // FRAMES_PER_FEATURE + of_stretch.shape[1])
        features[:, places] = of_stretch
        was_heard[places] = True
    # As pyannote.audio resizes the weights of the filter banks: the nearest below.
    clean = frame_mask(clip.clean, banks)[np.arange(count) * banks // max(count, 1)]
    return PooledFrames(features, clean * was_heard, projection)


def embed_each(clips: Sequence[Clip], embedder: Embedder) -> NDArray[np.float32]:
    """Embeddings float32 [clips, dimension] of whole clips, by their frames; see Embedder.embed."""
    if not clips:
        return np.zeros((0, embedder.dimension), np.float32)
    with ThreadPoolExecutor(min(len(clips), embedder.callers)) as pool:
        return normalised(np.stack(list(pool.map(partial(_embed_one, embedder), clips))))


def _embed_one(embedder: Embedder, clip: Clip) -> NDArray[np.float32]:
    if clip.clean_s < MIN_SPEECH_S:
        return np.full(embedder.dimension, np.nan, np.float32)
    heard = embedder.frames(clip)
    (embedding,) = heard.embed(np.array([0]), np.array([len(heard)]))
    return np.asarray(embedding, np.float32)


def _feature_count(banks: int) -> int:
    return -(-banks // FRAMES_PER_FEATURE)
