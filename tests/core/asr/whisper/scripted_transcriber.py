"""A ClipTranscriber that hears what it is told to."""

from collections.abc import Callable, Mapping, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.whisper.clip_transcriber import TimedText

Clip = NDArray[np.float32]


def texts(*timed: tuple[str, float, float], probability: float = 0.9) -> tuple[TimedText, ...]:
    return tuple(TimedText(text, start_s, end_s, probability) for text, start_s, end_s in timed)


class ScriptedTranscriber:
    """Hears what `said` gives for a clip, in the languages that `spoken` gives.

    heard: the lengths in samples of the clips; asked: in which language and with which vocabulary each was heard.
    """

    languages = ("en", "de", "ja", "no")

    def __init__(
        self,
        said: Callable[[Clip], tuple[TimedText, ...]] = lambda clip: texts((" word", 0.3, 0.6)),
        *,
        spoken: Callable[[Clip], Mapping[str, float]] = lambda clip: {"en": 0.9, "de": 0.1},
        callers: int = 2,
        room: int = 100,
    ) -> None:
        self._said, self._spoken, self._room = said, spoken, room
        self._lock = Lock()
        self.callers = callers
        self.heard: list[int] = []
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def language_chances(self, clip: Clip) -> Mapping[str, float]:
        return self._spoken(clip)

    def fitting(self, vocabulary: Sequence[str]) -> tuple[str, ...]:
        return tuple(vocabulary[: self._room])

    def transcribe(self, clip: Clip, *, language: str, vocabulary: Sequence[str]) -> tuple[TimedText, ...]:
        with self._lock:
            self.heard.append(len(clip))
            self.asked.append((language, tuple(vocabulary)))
        return self._said(clip)
