"""Recognisers of either kind, made to write down one utterance of a stream, again and again while it grows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser, RecordingRecogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import EngineUse, Span, Word

_CONTEXT_S = {"cuda": 20.0, "cpu": 7.0}
"""Sound before an utterance that a transducer is given: windows of some 24 s have a third fewer errors than of 7 s, but
without a card a pass over them takes longer than people wait."""
_MAX_UTTERANCE_S = 15.0
_TOLERANCE_MS = 80
"""A word may be timed a frame of the decoder too early."""


class LiveRecogniser(Protocol):
    """Writes down an utterance as far as it has come."""

    @property
    def engine(self) -> AnyRecogniser:
        """What writes the words."""
        ...

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it understands, as BCP 47 tags."""
        ...

    @property
    def context_s(self) -> float:
        """How much sound before the utterance it can make use of."""
        ...

    @property
    def max_utterance_s(self) -> float:
        """The longest utterance it should be given."""
        ...

    @property
    def times_words(self) -> bool:
        """Whether the times of its words are measured, so that one pass serves an utterance of several speakers."""
        ...

    def words(self, samples: NDArray[np.float32], begins: int) -> tuple[Word, ...]:
        """The words of samples[begins:], float32 [n], 16 kHz, with times in ms from there; what is before is context,
        and begins after a pause."""
        ...


def live_recogniser(recogniser: AnyRecogniser, vocabulary: Sequence[str] = ()) -> LiveRecogniser:
    """The recogniser for captions. vocabulary: names and jargon to prefer, where it can."""
    if isinstance(recogniser, Recogniser):
        return _ByUtterance(recogniser)
    return _WithContext(recogniser, vocabulary)


class _ByUtterance:
    """For recognisers that take one turn at a time and have no use for what was said before."""

    context_s = 0.0
    times_words = False

    def __init__(self, recogniser: Recogniser) -> None:
        self.engine = recogniser
        self.use = recogniser.use
        self.languages = (recogniser.language,)
        self.max_utterance_s = min(_MAX_UTTERANCE_S, recogniser.max_turn_s)

    def words(self, samples: NDArray[np.float32], begins: int) -> tuple[Word, ...]:
        return self.engine.recognise(samples[begins:])


class _WithContext:
    """For recognisers of whole recordings: the last utterances are decoded again with the one that is written down."""

    max_utterance_s = _MAX_UTTERANCE_S
    times_words = True

    def __init__(self, recogniser: RecordingRecogniser, vocabulary: Sequence[str]) -> None:
        self.engine = recogniser
        self._vocabulary = vocabulary
        self.languages = recogniser.languages
        self.context_s = _CONTEXT_S.get(recogniser.use.device, _CONTEXT_S["cpu"])

    @property
    def use(self) -> EngineUse:
        return self.engine.use

    def words(self, samples: NDArray[np.float32], begins: int) -> tuple[Word, ...]:
        whole = Span(0, len(samples) * 1000 // SAMPLE_RATE_HZ)
        begins_ms = begins * 1000 // SAMPLE_RATE_HZ
        blocks = self.engine.recognise_recording(
            samples, [whole], vocabulary=self._vocabulary, on_progress=lambda _: None
        )
        return tuple(
            replace(word, start_ms=max(0, word.start_ms - begins_ms), end_ms=max(0, word.end_ms - begins_ms))
            for block in blocks
            for word in block
            if word.start_ms >= begins_ms - _TOLERANCE_MS
        )
