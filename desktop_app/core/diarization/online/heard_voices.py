"""All complete pieces of a stream, and whose they are taken for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.diarization.pieces import Piece

NOBODY = -1
"""The voice of a piece that could not be told, or of which there is too little."""


class HeardVoices:
    """Grows with the stream: about a kilobyte a piece."""

    def __init__(self, dimension: int) -> None:
        self.pieces: list[Piece] = []
        self._embeddings = np.zeros((64, dimension), np.float32)
        self._voices = np.full(64, NOBODY, np.int64)

    def __len__(self) -> int:
        return len(self.pieces)

    @property
    def embeddings(self) -> NDArray[np.float32]:
        """Float32 [pieces, dimension], NaN rows where a piece could not be told."""
        return self._embeddings[: len(self)]

    @property
    def voices(self) -> NDArray[np.int64]:
        """Int64 [pieces]: the number of each piece's voice, or NOBODY."""
        return self._voices[: len(self)]

    def add(self, pieces: Sequence[Piece], embeddings: NDArray[np.float32], voice: int) -> None:
        """Take in complete pieces, taken for this voice until it is decided anew."""
        wanted = len(self) + len(pieces)
        if wanted > len(self._voices):
            room = max(wanted, 2 * len(self._voices)) - len(self._voices)
            self._embeddings = np.pad(self._embeddings, ((0, room), (0, 0)))
            self._voices = np.pad(self._voices, (0, room), constant_values=NOBODY)
        self._embeddings[len(self) : wanted] = embeddings
        self._voices[len(self) : wanted] = voice
        self.pieces += pieces
