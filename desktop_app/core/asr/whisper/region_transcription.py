"""A whole recording transcribed region by region, several at once, with a second try where nothing was written."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.batches import blocks_of
from desktop_app.core.asr.repeats import without_loops
from desktop_app.core.asr.speech_regions import SpeechRegion
from desktop_app.core.asr.whisper.clip_transcriber import ClipTranscriber
from desktop_app.core.asr.whisper.clips import clip_of
from desktop_app.core.asr.whisper.written_words import written_words
from desktop_app.core.asr.words_without_speech import inside, over_speech, unheard
from desktop_app.core.transcript.values import Span, Word

_BLOCK_MS = 120_000
"""A small computer takes a minute for so much."""


class RegionTranscription:
    """One recording being transcribed. It holds no more of the sound than what is heard at once."""

    def __init__(
        self, model: ClipTranscriber, samples: NDArray[np.float32], *, language: str, vocabulary: Sequence[str]
    ) -> None:
        """samples: the recording, float32 [n], 16 kHz. language, vocabulary: see ClipTranscriber.transcribe."""
        self._model, self._samples = model, samples
        self._language, self._vocabulary = language, vocabulary
        self._stopped = False

    def words_of(
        self, regions: Sequence[SpeechRegion], on_progress: Callable[[float], None]
    ) -> Iterator[tuple[Word, ...]]:
        """The words of the recording's regions, in order, about two minutes at a time; on_progress: 0 to 1."""
        done_ms, all_ms = 0, sum(region.speech_ms for region in regions)
        with closing(self._heard(regions)) as heard:
            for block in blocks_of(regions, _BLOCK_MS):
                words: list[Word] = []
                for region, found in zip(block, islice(heard, len(block)), strict=True):
                    words += found
                    done_ms += region.speech_ms
                    on_progress(done_ms / all_ms)
                yield tuple(sorted(words, key=lambda word: word.start_ms))

    def _heard(self, regions: Sequence[SpeechRegion]) -> Generator[tuple[Word, ...]]:
        """The words of each region, in order. Whoever closes it waits for what is being heard, and for nothing more."""
        waiting: deque[Future[tuple[Word, ...]]] = deque()
        with ThreadPoolExecutor(self._model.callers) as threads:
            try:
                for region in regions:
                    waiting.append(threads.submit(self._words, region))
                    if len(waiting) > self._model.callers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                self._stopped = True
                threads.shutdown(cancel_futures=True)

    def _words(self, region: SpeechRegion) -> tuple[Word, ...]:
        """The region's words, with those of long stretches of speech that the model passed over."""
        kept = self._said(region.span, region)
        more = [word for stretch in unheard(kept, region.speech) for word in self._second_try(stretch, region)]
        return tuple(sorted([*kept, *more], key=lambda word: word.start_ms))

    def _second_try(self, stretch: Span, region: SpeechRegion) -> tuple[Word, ...]:
        return () if self._stopped else self._said(stretch, region)

    def _said(self, span: Span, region: SpeechRegion) -> tuple[Word, ...]:
        """The words in a stretch of the region that somebody may have said."""
        clip = clip_of(self._samples, span)
        if not clip.any():
            return ()
        texts = self._model.transcribe(clip, language=self._language, vocabulary=self._vocabulary)
        words = (
            replace(word, start_ms=word.start_ms + span.start_ms, end_ms=word.end_ms + span.start_ms)
            for word in written_words(texts, clip_ms=span.duration_ms)
        )
        return over_speech(without_loops(inside(words, span)), region.speech)
