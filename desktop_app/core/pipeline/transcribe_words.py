"""The words of a diarized recording, by whichever kind of recogniser there is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.language import language_of
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.pipeline.stages import JobListener
from desktop_app.core.pipeline.words_by_time import turns_by_time
from desktop_app.core.pipeline.words_by_turn import turns_by_turn
from desktop_app.core.transcript.values import Turn
from desktop_app.translation import tr


@dataclass(frozen=True, slots=True)
class TranscribedWords:
    """The turns of a recording. language: of the words, None where it is not known; warnings: one sentence each."""

    turns: tuple[Turn, ...]
    language: str | None
    warnings: tuple[str, ...] = ()


def transcribe_words(
    samples: NDArray[np.float32],
    diarization: Diarization,
    recogniser: AnyRecogniser,
    listener: JobListener,
    *,
    believe: Believe,
    vocabulary: Sequence[str] = (),
) -> TranscribedWords:
    """The words of a recording, samples float32 [n], 16 kHz, in turns.

    believe: what of the words of a stretch somebody said. vocabulary: words to prefer.
    """
    if isinstance(recogniser, Recogniser):
        unused = tr("{engine} does not know a vocabulary: it was not used.", engine=recogniser.use.name)
        warnings = (unused,) if vocabulary else ()
        turns = turns_by_turn(samples, diarization, recogniser, listener, believe=believe)
        return TranscribedWords(turns, recogniser.language, warnings)
    turns = turns_by_time(samples, diarization, recogniser, listener, vocabulary=vocabulary, believe=believe)
    if recogniser.language:
        return TranscribedWords(turns, recogniser.language)
    language = language_of(" ".join(turn.text for turn in turns if turn.words), recogniser.languages)
    return TranscribedWords(turns, language.tag, (language.warning,) if language.warning else ())
