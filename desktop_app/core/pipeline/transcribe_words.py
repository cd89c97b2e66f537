"""The words of a diarized recording, by whichever kind of recogniser there is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.language import language_of, spoken_languages
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.pipeline.stages import JobListener
from desktop_app.core.pipeline.words_by_time import turns_by_time
from desktop_app.core.pipeline.words_by_turn import turns_by_turn
from desktop_app.core.transcript.spoken_languages import AUTO, language_name
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
    language: str = AUTO,
) -> TranscribedWords:
    """The words of a recording, samples float32 [n], 16 kHz, in turns.

    believe: what of the words of a stretch somebody said. vocabulary: words to prefer. language: what is spoken, a
    tag that the recogniser knows, or AUTO: then it is found out.
    """
    turns = written_turns(
        samples, diarization, recogniser, listener, believe=believe, vocabulary=vocabulary, language=language
    )
    return told_words(turns, recogniser, vocabulary=vocabulary, language=language)


def written_turns(
    samples: NDArray[np.float32],
    diarization: Diarization,
    recogniser: AnyRecogniser,
    listener: JobListener,
    *,
    believe: Believe,
    vocabulary: Sequence[str],
    language: str,
) -> tuple[Turn, ...]:
    """The turns alone; see transcribe_words."""
    if isinstance(recogniser, Recogniser):
        return turns_by_turn(samples, diarization, recogniser, listener, believe=believe)
    given = None if language == AUTO else language
    return turns_by_time(
        samples, diarization, recogniser, listener, vocabulary=vocabulary, language=given, believe=believe
    )


def told_words(
    turns: tuple[Turn, ...], recogniser: AnyRecogniser, *, vocabulary: Sequence[str], language: str
) -> TranscribedWords:
    """All turns of a recording that a recogniser has just written down, with what is to be told of them."""
    if isinstance(recogniser, Recogniser):
        unused = tr("{engine} does not know a vocabulary: it was not used.", engine=recogniser.use.name)
        return TranscribedWords(turns, recogniser.language, (unused,) if vocabulary else ())
    if told := recogniser.language if language == AUTO else language:
        return TranscribedWords(turns, told)
    return _by_letters(turns, recogniser.languages)


def _by_letters(turns: tuple[Turn, ...], languages: Sequence[str]) -> TranscribedWords:
    """The turns, with the language of most of them."""
    texts = [turn.text for turn in turns if turn.words]
    whole = language_of(" ".join(texts), languages)
    if whole.warning:
        return TranscribedWords(turns, None, (whole.warning,))
    first, *others = spoken_languages(texts, languages) or (whole.tag,)
    return TranscribedWords(turns, first, languages_note([tag for tag in others if tag]))


def languages_note(others: Sequence[str]) -> tuple[str, ...]:
    """What the reader is told of other languages than the transcript's, tags, that are spoken; nothing if none are."""
    names = ", ".join(language_name(tag) for tag in others)
    return (tr("Not all of it is in one language: parts are in {languages}.", languages=names),) if names else ()
