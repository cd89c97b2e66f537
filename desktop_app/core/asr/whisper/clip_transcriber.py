"""The seam between a recording's way through Whisper and what runs the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TimedText:
    """A stretch of text as the model writes it: a word, or in languages without spaces a part of one.

    text: it begins with a space where a word begins. start_s and end_s: from the clip's start. probability: 0 to 1.
    """

    text: str
    start_s: float
    end_s: float
    probability: float


class ClipTranscriber(Protocol):
    """Turns clips of at most 30 s, float32 [n], 16 kHz, into text with times; see `callers`.

    What the model raises where it fails is its own: RuntimeError, ValueError and others.
    """

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that it knows, as BCP 47 tags."""
        ...

    @property
    def callers(self) -> int:
        """How many threads may, and to be fast should, ask it at once."""
        ...

    def language_chances(self, clip: NDArray[np.float32]) -> Mapping[str, float]:
        """How probable it is, 0 to 1, that the clip is in each of the languages."""
        ...

    def fitting(self, vocabulary: Sequence[str]) -> tuple[str, ...]:
        """As much of the vocabulary, from its beginning, as `transcribe` has room for."""
        ...

    def transcribe(
        self, clip: NDArray[np.float32], *, language: str, vocabulary: Sequence[str]
    ) -> tuple[TimedText, ...]:
        """What is said in the clip, in order. language: one of those known. vocabulary: such as fits."""
        ...
