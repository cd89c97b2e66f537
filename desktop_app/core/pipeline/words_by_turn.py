"""The words of a recording, one speaker's turn after the other: for recognisers that tell no times."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.estimated_times import estimate_word_times
from desktop_app.core.asr.hallucinations import Believe
from desktop_app.core.asr.recogniser import Recogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.pipeline.align import TurnBuilder, speakers_of
from desktop_app.core.pipeline.regions import Region, cut_regions
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.values import Span, Turn, Word

_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000
MARGIN_MS = 150
"""Sound given to the recogniser before and after a turn, where nobody else speaks: words reach beyond their edges."""


def turns_by_turn(
    samples: NDArray[np.float32],
    diarization: Diarization,
    recogniser: Recogniser,
    listener: JobListener,
    *,
    believe: Believe,
) -> tuple[Turn, ...]:
    """The turns of a recording, samples float32 [n], 16 kHz, with their words; the listener hears of each.

    believe: what of a turn's words somebody said.
    """
    regions = cut_regions(diarization.exclusive, samples, max_ms=round(recogniser.max_turn_s * 1000))
    builder = TurnBuilder(regions, diarization.full)
    speakers = speakers_of(diarization.speakers)
    turns = []
    listener.progress(Stage.TRANSCRIPTION, 0.0)
    with closing(_words_of_all(samples, regions, recogniser, believe)) as heard:
        for region, words in zip(regions, heard, strict=True):
            turn = builder.turn(region, words)
            turns.append(turn)
            if turn.words:
                listener.turns((turn,), speakers)
            listener.progress(Stage.TRANSCRIPTION, region.end_ms / regions[-1].end_ms)
    return builder.all_turns(turns)


def _words_of_all(
    samples: NDArray[np.float32], regions: Sequence[Region], recogniser: Recogniser, believe: Believe
) -> Generator[tuple[Word, ...]]:
    """The words of every region, in order; several are heard at once. Close it if it is not taken to its end."""
    with ThreadPoolExecutor(recogniser.callers) as pool:
        futures = [
            pool.submit(_words, region, Span(start_ms, end_ms), samples, recogniser, believe)
            for region, (start_ms, end_ms) in zip(regions, _with_margins(regions), strict=True)
        ]
        try:
            for future in futures:
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)  # an interruption does not wait for what is queued


def _with_margins(regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Start and end in ms of the sound of every region: with a margin, but none of its neighbours' speech."""
    for index, region in enumerate(regions):
        before_ms = regions[index - 1].end_ms if index else 0
        after_ms = regions[index + 1].start_ms if index + 1 < len(regions) else region.end_ms + MARGIN_MS
        yield max(region.start_ms - MARGIN_MS, before_ms), min(region.end_ms + MARGIN_MS, after_ms)


def _words(
    region: Region, span: Span, samples: NDArray[np.float32], recogniser: Recogniser, believe: Believe
) -> tuple[Word, ...]:
    """The words of the region; span: with its margins."""
    clip = samples[span.start_ms * _SAMPLES_PER_MS : span.end_ms * _SAMPLES_PER_MS]
    said = believe(recogniser.recognise(clip), samples, span)
    return tuple(
        replace(word, start_ms=word.start_ms + span.start_ms, end_ms=word.end_ms + span.start_ms)
        for word in _within_speech(said, region, span, clip)
    )


def _within_speech(words: tuple[Word, ...], region: Region, span: Span, clip: NDArray[np.float32]) -> tuple[Word, ...]:
    """The words with times in the region's speech, where the recogniser told none."""
    if not any(word.estimated for word in words):
        return words
    speech = [Span(each.start_ms - span.start_ms, each.end_ms - span.start_ms) for each in region.segments]
    return estimate_word_times(" ".join(word.text for word in words), clip, speech)
