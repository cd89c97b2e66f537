"""The words of a recording, one speaker's turn after the other: for recognisers that tell no times."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.recogniser import Recogniser
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.diarization.offline import Diarization
from desktop_app.core.pipeline.align import TurnBuilder, speakers_of
from desktop_app.core.pipeline.regions import Region, cut_regions
from desktop_app.core.pipeline.stages import JobListener, Stage
from desktop_app.core.transcript.values import Turn, Word

MARGIN_MS = 150
"""Sound given to the recogniser before and after a turn, where nobody else speaks: words reach beyond their edges."""


def turns_by_turn(
    samples: NDArray[np.float32], diarization: Diarization, recogniser: Recogniser, listener: JobListener
) -> tuple[Turn, ...]:
    """The turns of a recording, samples float32 [n], 16 kHz, with their words; the listener hears of each."""
    regions = cut_regions(diarization.exclusive, samples, max_ms=round(recogniser.max_turn_s * 1000))
    builder = TurnBuilder(regions, diarization.full)
    speakers = speakers_of(diarization.speakers)
    turns = []
    listener.progress(Stage.TRANSCRIPTION, 0.0)
    with closing(_words_of_all(samples, regions, recogniser)) as heard:
        for region, words in zip(regions, heard, strict=True):
            turn = builder.turn(region, words)
            turns.append(turn)
            if turn.words:
                listener.turns((turn,), speakers)
            listener.progress(Stage.TRANSCRIPTION, region.end_ms / regions[-1].end_ms)
    return builder.all_turns(turns)


def _words_of_all(
    samples: NDArray[np.float32], regions: Sequence[Region], recogniser: Recogniser
) -> Generator[tuple[Word, ...]]:
    """The words of every region, in order; several are heard at once. Close it if it is not taken to its end."""
    with ThreadPoolExecutor(recogniser.callers) as pool:
        futures = [
            pool.submit(_words, samples, start_ms, end_ms, recogniser) for start_ms, end_ms in _with_margins(regions)
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


def _words(samples: NDArray[np.float32], start_ms: int, end_ms: int, recogniser: Recogniser) -> tuple[Word, ...]:
    first, last = (ms * SAMPLE_RATE_HZ // 1000 for ms in (start_ms, end_ms))
    return tuple(
        replace(word, start_ms=word.start_ms + start_ms, end_ms=word.end_ms + start_ms)
        for word in recogniser.recognise(samples[first:last])
    )
