"""A whole recording decoded region by region, with second tries where the decoder fell silent."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.batches import blocks_of, next_batch
from desktop_app.core.asr.repeats import without_loops
from desktop_app.core.asr.speech_regions import LEAD_IN_MS, SpeechRegion
from desktop_app.core.asr.tokens import Piece, words_of
from desktop_app.core.asr.words_without_speech import inside, over_speech, unheard
from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span, Word

_HALVED_MS = 2000
_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000


class ClipDecoder(Protocol):
    """Turns clips into pieces."""

    @property
    def batch_s(self) -> float:
        """How many seconds of sound should be given at once; 0: one clip."""
        ...

    def decode(self, clips: Sequence[NDArray[np.float32]], vocabulary: Sequence[str]) -> list[tuple[Piece, ...]]:
        """The pieces of each clip, float32 [n], 16 kHz. ModelUnavailable where no other try would mend it."""
        ...


@dataclass(frozen=True, slots=True)
class _Clip:
    """Sound to decode: samples float32 [n], and the time in the recording of the first."""

    samples: NDArray[np.float32]
    start_ms: int


class RegionDecoder:
    """One recording being decoded. It holds no more of the sound than what is decoded at once."""

    def __init__(
        self, decoder: ClipDecoder, frame_ms: float, samples: NDArray[np.float32], vocabulary: Sequence[str]
    ) -> None:
        """frame_ms: of the decoder's pieces. samples: the recording, float32 [n], 16 kHz."""
        self._decoder, self._frame_ms = decoder, frame_ms
        self._samples, self._vocabulary = samples, vocabulary

    def words_of(
        self, regions: Sequence[SpeechRegion], on_progress: Callable[[float], None]
    ) -> Iterator[tuple[Word, ...]]:
        """The words of the recording's regions, in order, about ten minutes at a time; on_progress: 0 to 1."""
        done_ms, all_ms = 0, sum(region.speech_ms for region in regions)
        for block in blocks_of(regions):
            words: list[Word] = []
            for heard_ms, heard in self._words_of_block(block):
                words += heard
                done_ms += heard_ms
                on_progress(done_ms / all_ms)
            yield tuple(sorted(words, key=lambda word: word.start_ms))
        if not regions:
            on_progress(1.0)

    def _words_of_block(self, block: Sequence[SpeechRegion]) -> Iterator[tuple[int, list[Word]]]:
        """The speech done, in ms, and its words, batch by batch; like lengths go together."""
        waiting = sorted(block, key=lambda region: -region.span.duration_ms)
        while waiting:
            count = next_batch(waiting, self._decoder.batch_s)
            batch, waiting = waiting[:count], waiting[count:]
            heard = self._words([self._clip(region.span) for region in batch])
            words = [
                word
                for region, found in zip(batch, heard, strict=True)
                for word in self._with_second_tries(region, found)
            ]
            yield sum(region.speech_ms for region in batch), words

    def _with_second_tries(self, region: SpeechRegion, words: Sequence[Word]) -> tuple[Word, ...]:
        """The region's words, with those of long stretches of speech that the decoder passed over."""
        kept = over_speech(without_loops(inside(words, region.span)), region.speech)
        lost = unheard(kept, region.speech)
        more = [word for stretch in lost for word in self._second_try(stretch)]
        return tuple(sorted([*kept, *over_speech(more, region.speech)], key=lambda word: word.start_ms))

    def _second_try(self, stretch: Span) -> tuple[Word, ...]:
        """The words of a stretch that was passed over: transducers fall silent at some borders and not at others."""
        for clips in self._other_borders(stretch):
            words = tuple(word for found in self._words(clips) for word in found)
            if kept := without_loops(inside(words, stretch)):
                return kept
        return ()

    def _other_borders(self, stretch: Span) -> Iterator[list[_Clip]]:
        plain = self._clip(stretch)
        yield [plain]
        silence = LEAD_IN_MS * _SAMPLES_PER_MS
        yield [_Clip(np.pad(plain.samples, silence), plain.start_ms - LEAD_IN_MS)]
        if stretch.duration_ms >= _HALVED_MS:
            quarter_ms = stretch.duration_ms // 4
            middle_ms = quietest_ms(self._samples, stretch.start_ms + quarter_ms, stretch.end_ms - quarter_ms)
            halves = Span(stretch.start_ms, middle_ms), Span(middle_ms, stretch.end_ms)
            yield [self._clip(half) for half in halves]

    def _clip(self, span: Span) -> _Clip:
        part = self._samples[span.start_ms * _SAMPLES_PER_MS : span.end_ms * _SAMPLES_PER_MS]
        return _Clip(np.asarray(part, np.float32), span.start_ms)

    def _words(self, clips: Sequence[_Clip]) -> list[tuple[Word, ...]]:
        heard = self._decoder.decode([clip.samples for clip in clips], self._vocabulary)
        return [self._placed(pieces, clip.start_ms) for pieces, clip in zip(heard, clips, strict=True)]

    def _placed(self, pieces: Sequence[Piece], start_ms: int) -> tuple[Word, ...]:
        return tuple(
            replace(word, start_ms=max(0, word.start_ms + start_ms), end_ms=max(0, word.end_ms + start_ms))
            for word in words_of(pieces, frame_ms=self._frame_ms)
        )
