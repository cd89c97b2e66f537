"""A model whose failures are told in a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.whisper.clip_transcriber import ClipTranscriber, TimedText
from desktop_app.core.models.errors import ModelUnavailable, first_line
from desktop_app.translation import tr


class CarefulTranscriber:
    """A ClipTranscriber that raises ModelUnavailable where another one fails."""

    def __init__(self, model: ClipTranscriber, *, label: str) -> None:
        self._model, self._label = model, label
        self.languages, self.callers, self.fitting = model.languages, model.callers, model.fitting

    def language_chances(self, clip: NDArray[np.float32]) -> Mapping[str, float]:
        """See ClipTranscriber.language_chances."""
        with self._told():
            return self._model.language_chances(clip)

    def transcribe(
        self, clip: NDArray[np.float32], *, language: str, vocabulary: Sequence[str]
    ) -> tuple[TimedText, ...]:
        """See ClipTranscriber.transcribe."""
        with self._told():
            return self._model.transcribe(clip, language=language, vocabulary=vocabulary)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except MemoryError as error:
            reason = tr("the memory is too small for it")
            raise ModelUnavailable(
                self._label, reason, tr("Close what else uses it, or use a smaller model")
            ) from error
        except Exception as error:
            reason = tr("decoding failed ({error})", error=first_line(error))
            raise ModelUnavailable(self._label, reason, tr("Fetch or import the model anew")) from error
