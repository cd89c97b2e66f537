"""The words of others, with speakers of ours: who says them is found out in the recording."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.estimated_times import estimate_word_times
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.pipeline.align import speakers_of
from desktop_app.core.pipeline.engines import Engines
from desktop_app.core.pipeline.heard_speakers import hear_speakers, heard_recording
from desktop_app.core.pipeline.speaker_engines import load_speaker_engines
from desktop_app.core.pipeline.stages import JobListener, JobOptions, Stage
from desktop_app.core.pipeline.timed_words import parts_of_words
from desktop_app.core.pipeline.transcribe import Transcription, audio_source
from desktop_app.core.pipeline.warnings import embedding_warnings, passed_over_warnings
from desktop_app.core.pipeline.word_turns import turns_of
from desktop_app.core.transcript.values import Span, Transcript, Turn, Word
from desktop_app.translation import tr

_LONGEST_ALIGNED_MS = 60_000
"""To find the words of a longer turn in its sound takes too much memory; theirs stay shared out by letters."""
_AROUND_MS = 300
"""Subtitles come a little late, and go a little early."""


def diarize_given_words(
    path: Path, given: Transcript, engines: Engines, options: JobOptions, listener: JobListener
) -> Transcription:
    """The transcript's words, given to whoever speaks at their time in the recording; its own speakers are forgotten.

    Words whose times are estimated are looked for in the sound first. Where nobody is heard, the transcript stays as it
    is, and says so. Errors as transcribe_recording; the recogniser is not loaded.
    """
    telling = load_speaker_engines(engines, listener, apart=False)
    options = replace(options, per_channel=False)
    with heard_recording(path, (), options, listener, None) as recording:
        heard = hear_speakers(recording, telling, options, listener, apart=False)
        diarization, voices = heard.diarization, heard.voices
        transcript = replace(
            given,
            audio=audio_source(recording, heard.heard),
            engines=(heard.segmenter.engine.use, *heard.embedding_uses),
            embedding=heard.report,
            warnings=(
                *recording.damage.sentences(),
                *passed_over_warnings(heard.segmenter.engine.use.name, heard.segmenter.passed_over),
                *(embedding_warnings(heard.report) if heard.report else ()),
                *given.warnings,
            ),
        )
        if not diarization.full:
            nobody = tr("Nobody is heard in the recording: the speakers are those of the file.")
            return Transcription(replace(transcript, warnings=(*transcript.warnings, nobody)), voices)
        words = words_in_sound(given.turns, recording.samples, listener)
        turns = turns_of(parts_of_words(words), diarization)
        return Transcription(replace(transcript, speakers=speakers_of(diarization.speakers), turns=turns), voices)


def words_in_sound(turns: Sequence[Turn], samples: NDArray[np.float32], listener: JobListener) -> list[Word]:
    """All words of the turns, by start; those whose times are estimated where they sound in samples, float32 [n], 16
    kHz. Measured words stay, and so do all words of a turn that holds any."""
    words: list[Word] = []
    for done, turn in enumerate(turns):
        listener.progress(Stage.TRANSCRIPTION, done / len(turns))
        words += _in_sound(turn, samples, _room(turns, done)) if _is_looked_for(turn) else turn.words
    listener.progress(Stage.TRANSCRIPTION, 1.0)
    return sorted(words, key=attrgetter("start_ms"))


def _is_looked_for(turn: Turn) -> bool:
    is_short = turn.end_ms - turn.start_ms <= _LONGEST_ALIGNED_MS
    return bool(turn.words) and is_short and all(word.estimated for word in turn.words)


def _room(turns: Sequence[Turn], place: int) -> Span:
    """Where the words of a turn may lie: a little around it, but never before or behind those of its neighbours."""
    turn = turns[place]
    before_ms = max((each.end_ms for each in turns[max(0, place - 1) : place]), default=0)
    behind_ms = min((each.start_ms for each in turns[place + 1 : place + 2]), default=turn.end_ms + _AROUND_MS)
    start_ms = min(turn.start_ms, max(turn.start_ms - _AROUND_MS, before_ms, 0))
    return Span(start_ms, max(turn.end_ms, min(turn.end_ms + _AROUND_MS, behind_ms)))


def _in_sound(turn: Turn, samples: NDArray[np.float32], room: Span) -> Iterable[Word]:
    start_ms, end_ms = room.start_ms, min(room.end_ms, len(samples) * 1000 // SAMPLE_RATE_HZ)
    if end_ms <= start_ms:
        return turn.words
    heard = samples[start_ms * SAMPLE_RATE_HZ // 1000 : end_ms * SAMPLE_RATE_HZ // 1000]
    found = estimate_word_times(turn.spaced_text, heard, [_within(span, start_ms, end_ms) for span in turn.speech])
    if len(found) != len(turn.words):
        return turn.words
    return [
        replace(word, start_ms=start_ms + at.start_ms, end_ms=start_ms + at.end_ms)
        for word, at in zip(turn.words, found, strict=True)
    ]


def _within(span: Span, start_ms: int, end_ms: int) -> Span:
    """The span and a little around it, in the time of the piece from start_ms to end_ms."""
    first_ms = min(max(0, span.start_ms - _AROUND_MS - start_ms), end_ms - start_ms)
    return Span(first_ms, max(first_ms, min(span.end_ms + _AROUND_MS, end_ms) - start_ms))
