"""The words of people who have a microphone each: every one's from their own sound, also where others speak too."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.recogniser import AnyRecogniser, Recogniser
from desktop_app.core.diarization.channels import of_speaker
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.align import is_overlapped, overlapped_spans
from desktop_app.core.pipeline.regions import MAX_PAUSE_MS
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.pipeline.transcribe_words import TranscribedWords, told_words, written_turns
from desktop_app.core.pipeline.words_by_time import speech_spans
from desktop_app.core.transcript.spoken_languages import AUTO
from desktop_app.core.transcript.values import Span, Speaker, Turn

_LONG_ENOUGH_MS = 60_000
"""Everybody's words of such a stretch are there before the next is begun: so that what is there is whole."""
_TOO_LONG_MS = 180_000
_BREATH_MS = 300


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerSound:
    """A speaker, by number, and the sound that is theirs: float32 [n], 16 kHz."""

    speaker: Speaker
    samples: NDArray[np.float32]


def transcribe_channels(
    speakers: Sequence[SpeakerSound],
    diarization: Diarization,
    recogniser: AnyRecogniser,
    listener: JobListener,
    *,
    believe: Believe,
    vocabulary: Sequence[str] = (),
    language: str = AUTO,
) -> TranscribedWords:
    """The words of a recording whose speakers are apart, in turns by their start; see transcribe_words.

    The listener hears of the turns of a minute or so at a time. What is spoken counts for all: it is found out from the
    first who says anything.
    """
    everybody = tuple(each.speaker for each in speakers)
    overlaps = overlapped_spans(diarization.full)
    progress = _Progress(listener, _speech_ms(diarization.full))
    turns: list[Turn] = []
    known = language
    listener.progress(Stage.TRANSCRIPTION, 0.0)
    for stretch in _stretches(diarization.full):
        said: list[Turn] = []
        for number in _by_speech(stretch):
            own = of_speaker(replace(diarization, full=stretch), number)
            progress.begin(_speech_ms(own.full))
            written = written_turns(
                speakers[number].samples,
                own,
                recogniser,
                progress,
                believe=believe,
                vocabulary=vocabulary,
                language=known,
            )
            known = _known(known, recogniser, written)
            said += (_of(turn, everybody[number], overlaps) for turn in written)
        said.sort(key=attrgetter("start_ms", "end_ms"))
        turns += said
        if spoken := tuple(turn for turn in said if turn.words):
            listener.turns(spoken, everybody)
    listener.progress(Stage.TRANSCRIPTION, 1.0)
    ordered = tuple(sorted(turns, key=attrgetter("start_ms", "end_ms")))
    return told_words(ordered, recogniser, vocabulary=vocabulary, language=language)


def _of(turn: Turn, speaker: Speaker, overlaps: Sequence[Span]) -> Turn:
    return replace(turn, speaker=speaker.id, overlap=any(is_overlapped(span, overlaps) for span in turn.speech))


def _known(language: str, recogniser: AnyRecogniser, written: Sequence[Turn]) -> str:
    if language != AUTO or isinstance(recogniser, Recogniser) or not any(turn.words for turn in written):
        return language
    return recogniser.language or AUTO


def _speech_ms(segments: Sequence[Segment]) -> int:
    return sum(segment.end_ms - segment.start_ms for segment in segments)


def _by_speech(stretch: Sequence[Segment]) -> list[int]:
    """Who speaks in it, whoever speaks most first."""
    there = {segment.speaker for segment in stretch}
    return sorted(there, key=lambda number: (-_speech_ms([each for each in stretch if each.speaker == number]), number))


def _stretches(full: Sequence[Segment]) -> list[tuple[Segment, ...]]:
    """The timeline in stretches of a minute or more, between which nobody speaks: long enough to begin a new turn, if
    there is such a pause."""
    stretches: list[tuple[Segment, ...]] = []
    first_ms, begun = 0, 0
    for before, after in zip(spans := speech_spans(full), spans[1:], strict=False):
        length_ms, pause_ms = before.end_ms - first_ms, after.start_ms - before.end_ms
        if length_ms >= _LONG_ENOUGH_MS and pause_ms > (MAX_PAUSE_MS if length_ms < _TOO_LONG_MS else _BREATH_MS):
            end = next(at for at in range(begun, len(full)) if full[at].start_ms >= before.end_ms)
            stretches.append(tuple(full[begun:end]))
            first_ms, begun = after.start_ms, end
    return [*stretches, tuple(full[begun:])] if full else []


class _Progress:
    """Of the whole, while one speaker's stretch is written down after the other. Turns wait for those of the others."""

    def __init__(self, listener: JobListener, speech_ms: int) -> None:
        self._listener = listener
        self._whole_ms = max(1, speech_ms)
        self._done_ms = 0
        self._part_ms = 0

    def begin(self, part_ms: int) -> None:
        """So much speech is written down next."""
        self._done_ms += self._part_ms
        self._part_ms = part_ms

    def progress(self, stage: Stage, fraction: float) -> None:
        """See JobListener."""
        self._listener.progress(stage, min(1.0, (self._done_ms + fraction * self._part_ms) / self._whole_ms))

    def turns(self, turns: tuple[Turn, ...], speakers: tuple[Speaker, ...]) -> None:
        """See JobListener."""
