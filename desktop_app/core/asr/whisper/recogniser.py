"""Whisper: whole recordings in about a hundred languages, with word times by alignment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.speech_regions import LEAD_IN_MS, LEAD_OUT_MS, SpeechRegion, cut_speech
from desktop_app.core.asr.vocabulary import phrases
from desktop_app.core.asr.whisper.careful_transcriber import CarefulTranscriber
from desktop_app.core.asr.whisper.clip_transcriber import ClipTranscriber
from desktop_app.core.asr.whisper.clips import WINDOW_MS
from desktop_app.core.asr.whisper.region_transcription import RegionTranscription
from desktop_app.core.asr.whisper.spoken_language import language_chances, spoken_language
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.spoken_languages import plain_tag
from desktop_app.core.transcript.values import EngineUse, Span, Word
from desktop_app.translation import tr

_MOST_REGION_MS = WINDOW_MS - LEAD_IN_MS - LEAD_OUT_MS


class Whisper:
    """A Whisper model. It may be used from several threads."""

    def __init__(self, model: ClipTranscriber, *, label: str, sha256: str | None = None) -> None:
        """sha256: of the weights, in hex."""
        self._model = CarefulTranscriber(model, label=label)
        self._label = label
        self.languages = model.languages
        self.language: str | None = None
        """Of the recording that was begun last, as a BCP 47 tag; None where it is not known, or not yet."""
        self._use = EngineUse(role="asr", name=label, device="cpu", sha256=sha256)
        self._note: str | None = None

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine, with what it left out of the vocabulary that came last."""
        return replace(self._use, note=self._note)

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        language: str | None = None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """The words, about two minutes at a time; see RecordingRecogniser.recognise_recording.

        language: what is spoken, as a BCP 47 tag; None: it finds out. ModelUnavailable where it does not know that one.
        Who closes the iterator, or raises in on_progress, waits for the clips that are being heard just then.
        """
        regions = cut_speech(samples, speech, most_ms=_MOST_REGION_MS)
        self.language = _known_language(language, self.languages, self._label)
        return self._words(samples, regions, self._preferred(phrases(vocabulary)), self.language, on_progress)

    def language_chances(self, samples: NDArray[np.float32], speech: Sequence[Span]) -> Mapping[str, float]:
        """How probable it is, 0 to 1, that a recording is in each of the languages, as its first speech sounds; empty
        where nothing can be heard. samples, speech: see recognise_recording."""
        return language_chances(self._model, samples, cut_speech(samples, speech, most_ms=_MOST_REGION_MS))

    def _words(
        self,
        samples: NDArray[np.float32],
        regions: Sequence[SpeechRegion],
        vocabulary: Sequence[str],
        given: str | None,
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        language = given or spoken_language(self._model, samples, regions)
        self.language = language
        if language is None:  # there is nothing to hear
            on_progress(1.0)
            return
        hearing = RegionTranscription(self._model, samples, language=language, vocabulary=vocabulary)
        yield from hearing.words_of(regions, on_progress)
        if not regions:
            on_progress(1.0)

    def _preferred(self, vocabulary: Sequence[str]) -> tuple[str, ...]:
        fitting = self._model.fitting(vocabulary)
        left_out = len(vocabulary) - len(fitting)
        self._note = f"{left_out} of {len(vocabulary)} entries of the vocabulary left out" if left_out else None
        return fitting


def _known_language(tag: str | None, languages: Sequence[str], label: str) -> str | None:
    if tag is None or plain_tag(tag) in languages:
        return plain_tag(tag) if tag else None
    raise ModelUnavailable(
        label, tr("it does not know the language “{tag}”", tag=tag), tr("Choose another language or another model")
    )
