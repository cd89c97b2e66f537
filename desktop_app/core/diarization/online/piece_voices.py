"""The voices of pieces while they grow and when they are complete."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.online.recent_sound import RecentSound
from desktop_app.core.diarization.piece_embedding import Heard, embed_piece
from desktop_app.core.diarization.pieces import Piece
from desktop_app.core.diarization.segmentation import FRAME_STEP_SAMPLES
from desktop_app.core.embedding.chain import EmbedderChain
from desktop_app.core.embedding.embedder import MIN_SPEECH_S, Embedder
from desktop_app.core.embedding.errors import EmbeddingFailed
from desktop_app.translation import tr

FIRST_GLANCE_S = 0.8
"""So much clean speech an open piece must have before its voice is told for the moment."""
GROWTH = 1.25
"""It is told anew when it has grown so many times as long: often, for a voice is a speaker from 2 s on."""


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """The voice of a piece that is still open. embedding: float32 [dimension], of length 1; seconds: the clean speech
    behind it."""

    embedding: NDArray[np.float32]
    seconds: float


class PieceVoices:
    """Tells voices by the chain's embedders; every segment is counted there."""

    def __init__(self, embedders: EmbedderChain) -> None:
        self._embedders = embedders
        self._glances: dict[tuple[int, int], Glance | None] = {}

    @property
    def dimension(self) -> int:
        """Length of an embedding."""
        return self._embedders.dimension

    def hear(self, piece: Piece, sound: RecentSound) -> Heard:
        """A complete piece, cut where the voice changes, as piece_embedding.embed_pieces gives it."""
        local = sound.local(piece)
        if sound.clip(replace(piece, clean=piece.active)).clean_s < MIN_SPEECH_S:
            self._embedders.skip()
            heard = None
        else:
            heard = self._embedders.apply(partial(embed_piece, local, sound.samples))
        parts, embeddings = heard or ([local], np.full((1, self.dimension), np.nan, np.float32))
        return [replace(part, start=part.start + sound.first_frame) for part in parts], embeddings

    def glance(self, pieces: tuple[Piece, ...], sound: RecentSound) -> list[Glance | None]:
        """The voices of the open pieces; None of those with too little clean speech, or that cannot be told."""
        self._glances = {_key(piece): self._glance(piece, sound) for piece in pieces}
        return list(self._glances.values())

    def last_glance(self, piece: Piece) -> Glance | None:
        """How the voice of a piece was told before it was complete."""
        return self._glances.get(_key(piece))

    def _glance(self, piece: Piece, sound: RecentSound) -> Glance | None:
        seconds, before = clean_s(piece), self._glances.get(_key(piece))
        if seconds < (FIRST_GLANCE_S if before is None else before.seconds * GROWTH):
            return before
        embedding = self._embedders.apply(partial(_embedded, piece, sound))
        return before if embedding is None else Glance(embedding, seconds)


def clean_s(piece: Piece) -> float:
    """Seconds of clean speech."""
    return piece.clean_frames * FRAME_STEP_SAMPLES / SAMPLE_RATE_HZ


def _key(piece: Piece) -> tuple[int, int]:
    return piece.track, piece.start


def _embedded(piece: Piece, sound: RecentSound, embedder: Embedder) -> NDArray[np.float32]:
    embedding = np.asarray(embedder.embed([sound.clip(piece)])[0], np.float32)
    if not np.isfinite(embedding).all():
        raise EmbeddingFailed(tr("its embedding is not a number, or has no length"))
    return embedding
