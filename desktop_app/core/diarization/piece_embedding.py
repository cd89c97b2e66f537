"""The voice of every piece: embedded once, and cut in two where it changes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pauses import without_pauses
from desktop_app.core.diarization.pieces import Piece, clip_of, cut_at
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.diarization.voice_changes import voice_changes
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Embedder, normalised
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.core.embedding.voice_frames import VoiceFrames, border_samples
from desktop_app.translation import tr

MIN_SKIMMED_S = 1.0
"""Clean speech that must have been heard when a piece was skimmed; else it is heard in full."""
Heard = tuple[list[Piece], NDArray[np.float32]]
"""Pieces and their embeddings, float32 [pieces, dimension]; NaN where there is too little speech."""


def embed_pieces(
    blocks: Iterable[Sequence[Piece]],
    samples: NDArray[np.float32],
    embedders: EmbedderChain,
    *,
    expected: int,
    on_progress: Callable[[float], None],
) -> Heard:
    """The pieces, those with several voices cut into one for each, ordered by start, with their embeddings.

    blocks: of them; the first are embedded while the next are found. samples: the whole recording, float32 [n], 16
    kHz. expected: so many pieces at most. A piece that no embedder can tell keeps a NaN row.
    """
    from threadpoolctl import threadpool_limits

    hear = partial(_hear_counted, samples=samples, embedders=embedders)
    futures: list[Future[Heard]] = []
    told = 0
    # Each piece is one thread's work; a matrix product that took all cores would only get into the others' way.
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(embedders.callers) as pool:
        try:
            for block in blocks:
                # The longest first: no thread is left alone with one at the end.
                futures += [pool.submit(hear, piece) for piece in sorted(block, key=lambda piece: -len(piece.active))]
                told = sum(future.done() for future in futures)
                on_progress(told / max(expected, 1))
            for done, _ in enumerate(as_completed(futures), start=1):
                if done > told:
                    on_progress(done / len(futures))
        finally:
            pool.shutdown(cancel_futures=True)  # an interruption does not wait for what is queued
    return _in_order([future.result() for future in futures], embedders.dimension)


def _hear_counted(piece: Piece, *, samples: NDArray[np.float32], embedders: EmbedderChain) -> Heard:
    untold: Heard = [piece], np.full((1, embedders.dimension), np.nan, np.float32)
    if clip_of(replace(piece, clean=piece.active), samples).clean_s < MIN_SPEECH_S:
        embedders.skip()
        return untold
    return embedders.apply(partial(embed_piece, piece, samples)) or untold


def _in_order(heard: Sequence[Heard], dimension: int) -> Heard:
    parts = [part for of_piece, _ in heard for part in of_piece]
    embeddings = np.concatenate([np.zeros((0, dimension), np.float32), *(rows for _, rows in heard)])
    order = sorted(range(len(parts)), key=lambda index: (parts[index].start, parts[index].end, parts[index].track))
    return [parts[index] for index in order], embeddings[order]


def embed_piece(piece: Piece, samples: NDArray[np.float32], embedder: Embedder) -> Heard:
    """One piece, as embed_pieces gives it, by one embedder; EmbeddingFailed where that cannot tell its voice.

    piece: with enough speech to be told, if others talk over it.
    """
    clip = clip_of(piece, samples)
    if clip.clean_s < MIN_SPEECH_S:
        return [piece], _usable(_blurred(piece, samples, embedder))
    frames = embedder.frames(clip, skim=True)
    changes = voice_changes(frames)
    if not frames.costly and (changes or not _is_enough(frames)):
        frames = embedder.frames(clip)
        changes = voice_changes(frames)
    borders = np.array([0, *changes, len(frames)])
    parts = cut_at(
        without_pauses(piece, clip.samples), [round(border_samples(change) / FRAME_STEP_SAMPLES) for change in changes]
    )
    return parts, _usable(normalised(frames.embed(borders[:-1], borders[1:])))


def _usable(embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
    if not np.isfinite(embeddings).all():
        raise EmbeddingFailed(tr("its embedding is not a number, or has no length"))
    return embeddings


def _is_enough(frames: VoiceFrames) -> bool:
    return bool(frames.clean_s(np.array([0]), np.array([len(frames)]))[0] >= MIN_SKIMMED_S)


def _blurred(piece: Piece, samples: NDArray[np.float32], embedder: Embedder) -> NDArray[np.float32]:
    """The embedding of a piece that others talk over: good enough to say who it is, not to say who there is."""
    return embedder.embed([clip_of(replace(piece, clean=piece.active), samples)])
