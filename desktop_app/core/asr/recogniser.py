"""The seams between the pipeline and whatever turns speech into words."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.transcript.values import EngineUse, Span, Word


@runtime_checkable
class Recogniser(Protocol):
    """Writes down what is said, one speaker's turn at a time."""

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

    @property
    def callers(self) -> int:
        """How many threads may, and to be fast should, ask it at once."""
        ...

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        """The words of one speaker's turn, samples float32 [n], 16 kHz mono; times in ms from its first sample.

        Words are in order, do not overlap and lie inside the turn; there are none where nothing was understood.
        """
        ...


class RecordingRecogniser(Protocol):
    """Writes down a whole recording, whoever speaks: its words have measured times, by which they find a speaker."""

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it understands, as BCP 47 tags; it finds out by itself which one it hears."""
        ...

    @property
    def language(self) -> str | None:
        """Of the recording that was begun last, as a BCP 47 tag; None while it does not know, or never tells."""
        ...

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """The words of a recording, some minutes at a time, in order; samples float32 [n], 16 kHz mono.

        speech: where somebody speaks, ordered and disjoint. vocabulary: names and jargon to prefer, as they are
        written. language: what is spoken, one of `languages`, where that is known; not every engine can make use of it.
        on_progress: how much of the recording's speech is done, 0 to 1. Times are in ms from the
        recording's first sample; words do not overlap each other, and every one has a confidence. ModelUnavailable if
        the engine fails in a way that no other try would mend.
        """
        ...


AnyRecogniser = Recogniser | RecordingRecogniser


def languages_known(recogniser: AnyRecogniser) -> tuple[str, ...]:
    """The languages that a recogniser of either kind understands, as BCP 47 tags."""
    return (recogniser.language,) if isinstance(recogniser, Recogniser) else recogniser.languages
