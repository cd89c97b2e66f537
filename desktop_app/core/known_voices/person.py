"""A person whose voice is known, by some reference vectors."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.known_voices.clean_speech import Speech
from desktop_app.core.transcript.speaker_names import same_name

MAX_VECTORS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """A known voice.

    model: see embedding_model. vectors: the reference vectors, float32 [n, dimension], n from 1 to MAX_VECTORS, rows of
    length 1. seconds: clean speech behind each, float64 [n].
    """

    name: str
    model: str
    vectors: NDArray[np.float32]
    seconds: NDArray[np.float64]

    @property
    def centroid(self) -> NDArray[np.float32]:
        """The mean reference vector, weighted by seconds: float32 [dimension], of length 1."""
        return Speech(self.vectors, self.seconds).centroid

    def is_same(self, other: "Person") -> bool:
        """Whether both stand for one person, by the same model."""
        return same_name(self.name, other.name) and self.model == other.model
