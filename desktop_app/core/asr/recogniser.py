"""The seam between the pipeline and whatever turns speech into words."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import EngineUse, Word


class Recogniser(Protocol):
    """Writes down what is said."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def language(self) -> str:
        """The language it understands, as a BCP 47 tag."""
        ...

    @property
    def max_turn_s(self) -> float:
        """The longest stretch, in seconds, that it should be given at once."""
        ...

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        """The words of one speaker's turn, samples float32 [n], 16 kHz mono; times in ms from its first sample.

        Words are in order, do not overlap and lie inside the turn; there are none where nothing was understood.
        """
        ...
