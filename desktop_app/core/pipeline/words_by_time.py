"""The words of a whole recording, each given to who speaks at its time: for recognisers that tell times."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.recogniser import RecordingRecogniser
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.diarization.timeline import Segment
from desktop_app.core.pipeline.align import speakers_of
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.pipeline.timed_words import parts_of_words
from desktop_app.core.pipeline.word_turns import turns_of
from desktop_app.core.transcript.values import Span, Turn, Word


def turns_by_time(
    samples: NDArray[np.float32],
    diarization: Diarization,
    recogniser: RecordingRecogniser,
    listener: JobListener,
    *,
    vocabulary: Sequence[str],
    language: str | None = None,
    believe: Believe,
) -> tuple[Turn, ...]:
    """The turns of a recording, samples float32 [n], 16 kHz; the listener hears of them some minutes at a time.

    language: what is spoken, where that is known. believe: what of a turn's words somebody said.
    """
    speakers = speakers_of(diarization.speakers)
    words: list[Word] = []
    listener.progress(Stage.TRANSCRIPTION, 0.0)
    for block in recogniser.recognise_recording(
        samples,
        speech_spans(diarization.full),
        vocabulary=vocabulary,
        language=language,
        on_progress=lambda done: listener.progress(Stage.TRANSCRIPTION, done),
    ):
        words += block
        spoken = tuple(turn for turn in _turns(block, diarization, samples, believe) if turn.words)
        if spoken:
            listener.turns(spoken, speakers)
    listener.progress(Stage.TRANSCRIPTION, 1.0)
    return _turns(words, diarization, samples, believe) if diarization.full else ()


def _turns(
    words: Sequence[Word], diarization: Diarization, samples: NDArray[np.float32], believe: Believe
) -> tuple[Turn, ...]:
    return tuple(
        replace(turn, words=believe(turn.words, samples, Span(turn.start_ms, turn.end_ms)))
        for turn in turns_of(parts_of_words(words), diarization)
    )


def speech_spans(full: Sequence[Segment]) -> list[Span]:
    """Where anybody speaks, ordered and disjoint. full: ordered by start."""
    spans: list[Span] = []
    for segment in full:
        if spans and segment.start_ms <= spans[-1].end_ms:
            spans[-1] = Span(spans[-1].start_ms, max(spans[-1].end_ms, segment.end_ms))
        else:
            spans.append(Span(segment.start_ms, segment.end_ms))
    return spans
