"""Clips transcribed by faster-whisper."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.whisper.clip_transcriber import TimedText
from desktop_app.core.asr.whisper.language_tags import name_of, tag_of
from desktop_app.core.asr.whisper.model_folder import load_whisper_folder
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.usable_cores import usable_cores

if TYPE_CHECKING:
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment

_MOST_CALLERS = 4
"""With two cores, two callers of one thread each took 104 s for what one caller with two threads took 150 s for (base,
int8); each costs some 0.1 GB with base, and more with larger models."""
_MOST_VOCABULARY_TOKENS = 100
"""Of 448 for everything: a longer prompt leaves too little room for fast speech, and is itself heard in noise."""
_TAIL_S = 0.7
"""What is left after the last word is not listened to: in its silence Whisper hears thanks for watching."""
_ENGLISH = "en"
_OPTIONS = {
    "task": "transcribe",
    "beam_size": 5,
    # Warmer tries draw by lot: the same recording would have other words the next time.
    "temperature": 0.0,
    "condition_on_previous_text": False,
    "word_timestamps": True,
    "vad_filter": False,
    "no_speech_threshold": 0.6,
    "log_prob_threshold": -1.0,
    "hallucination_silence_threshold": 2.0,
}


class FasterWhisperClips:
    """A ClipTranscriber by faster-whisper, on the processor."""

    def __init__(self, folder: Path, *, label: str) -> None:
        """folder: of a Whisper model for CTranslate2. ModelUnavailable, under this label, if it cannot be used."""
        cores = usable_cores()
        self.callers = min(_MOST_CALLERS, cores)
        self._model: WhisperModel = load_whisper_folder(
            folder, label=label, callers=self.callers, threads=max(1, cores // self.callers)
        )
        self.languages = tuple(tag_of(name) for name in self._model.supported_languages if self._knows(name))

    def language_chances(self, clip: NDArray[np.float32]) -> Mapping[str, float]:
        """See ClipTranscriber.language_chances."""
        if not self._model.model.is_multilingual:
            return {_ENGLISH: 1.0}
        _, _, chances = self._model.detect_language(clip)
        return {tag_of(name): float(chance) for name, chance in chances if tag_of(name) in self.languages}

    def fitting(self, vocabulary: Sequence[str]) -> tuple[str, ...]:
        """See ClipTranscriber.fitting."""
        plain = [phrase for phrase in vocabulary if "<|" not in phrase]
        count = len(plain)
        while count and len(self._tokens(_prompt(plain[:count]))) > _MOST_VOCABULARY_TOKENS:
            count -= 1
        return tuple(plain[:count])

    def transcribe(
        self, clip: NDArray[np.float32], *, language: str, vocabulary: Sequence[str]
    ) -> tuple[TimedText, ...]:
        """See ClipTranscriber.transcribe.

        The vocabulary goes as hotwords: unlike an initial prompt, they are told again where a clip is heard in two.
        """
        segments, _ = self._model.transcribe(
            clip, language=name_of(language), hotwords=_prompt(vocabulary) or None, **_OPTIONS
        )
        texts: list[TimedText] = []
        with closing(segments):
            for segment in segments:
                texts += _texts(segment)
                if segment.end >= len(clip) / SAMPLE_RATE_HZ - _TAIL_S:
                    break
        return tuple(texts)

    def _knows(self, name: str) -> bool:
        return not self._model.model.is_multilingual or self._model.hf_tokenizer.token_to_id(f"<|{name}|>") is not None

    def _tokens(self, text: str) -> Sequence[int]:
        ids: list[int] = self._model.hf_tokenizer.encode(" " + text, add_special_tokens=False).ids
        return ids


def _prompt(vocabulary: Sequence[str]) -> str:
    return ", ".join(vocabulary)


def _texts(segment: "Segment") -> Iterator[TimedText]:
    """The segment's words; the first one begins a word."""
    for index, word in enumerate(segment.words or ()):
        text = word.word if index else " " + word.word.lstrip()
        yield TimedText(text, float(word.start), float(word.end), float(word.probability))
