"""Moonshine tiny: the carried English speech model, on the processor."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.estimated_times import estimate_word_times
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.manifest import MOONSHINE_TINY_EN
from desktop_app.core.models.packaged_models import model_folder, reinstall
from desktop_app.core.models.usable_cores import usable_cores
from desktop_app.core.transcript.values import EngineUse, Word
from desktop_app.translation import tr

if TYPE_CHECKING:
    from moonshine_voice import Transcriber

# Its decoder is no faster on two threads than on one: the second only waits, at full speed.
os.environ["MOONSHINE_ORT_SINGLE_THREAD"] = "1"

TRAILING_SILENCE_S = 0.5
"""Without some silence after it, the last word of a turn is often lost."""
_MOST_CALLERS = 4
"""Each has a model of its own, of some 140 MB."""
_OPTIONS = {
    # Turns are cut by our own diarization; the package's own speech detector would lose their edges.
    "vad_threshold": "0.0",
    "vad_max_segment_duration": "60",
    "return_audio_data": "false",
}


class Moonshine:
    """Moonshine tiny-en. Its decoder tells no word times: they are estimated.

    A model hears one turn at a time, on one core: for every thread that asks while the others are busy, another is
    loaded.
    """

    language = "en"
    max_turn_s = 20.0

    def __init__(self) -> None:
        """Load the model; ModelUnavailable if it is missing, its bytes are wrong or the library does not load."""
        self._folder = str(model_folder(MOONSHINE_TINY_EN))
        self._idle: SimpleQueue[Transcriber] = SimpleQueue()
        self._idle.put(_load(self._folder))
        self.callers = min(_MOST_CALLERS, usable_cores())
        self.use = EngineUse(role="asr", name=MOONSHINE_TINY_EN.label, device="cpu")

    def recognise(self, samples: NDArray[np.float32]) -> tuple[Word, ...]:
        """The words of a turn, with estimated times; see Recogniser.recognise."""
        if not len(samples):
            return ()  # the model hears a word even in nothing
        padded = np.pad(samples, (0, int(TRAILING_SILENCE_S * SAMPLE_RATE_HZ)))
        with self._transcriber() as transcriber:
            transcript = transcriber.transcribe_without_streaming(padded.tolist(), SAMPLE_RATE_HZ)
        text = " ".join(line.text for line in transcript.lines)
        return estimate_word_times(text, samples)

    @contextmanager
    def _transcriber(self) -> Iterator["Transcriber"]:
        """A model that nobody else is using."""
        try:
            transcriber = self._idle.get_nowait()
        except Empty:
            transcriber = _load(self._folder)
        try:
            yield transcriber
        finally:
            self._idle.put(transcriber)


def _load(folder: str) -> "Transcriber":
    try:
        from moonshine_voice import ModelArch, Transcriber
        from moonshine_voice.errors import MoonshineError
    except (ImportError, OSError) as error:
        reason = tr("its library does not load ({error})", error=error)
        raise ModelUnavailable(MOONSHINE_TINY_EN.label, reason, reinstall()) from error
    try:
        return Transcriber(folder, ModelArch.TINY, options=_OPTIONS)
    except MoonshineError as error:
        reason = tr("it does not load ({error})", error=error)
        raise ModelUnavailable(MOONSHINE_TINY_EN.label, reason, reinstall()) from error
