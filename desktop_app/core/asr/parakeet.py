"""Parakeet (NVIDIA's TDT transducers) through NeMo: whole recordings, with measured word times."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.asr.batches import blocks_of, next_batch
from desktop_app.core.asr.careful_decoding import CarefulDecoder
from desktop_app.core.asr.heard import inside, over_speech, unheard
from desktop_app.core.asr.language import V3_LANGUAGES
from desktop_app.core.asr.parakeet_file import load_parakeet
from desktop_app.core.asr.pieces import Piece, words_of
from desktop_app.core.asr.repeats import without_loops
from desktop_app.core.asr.speech_regions import LEAD_IN_MS, SpeechRegion, cut_speech
from desktop_app.core.asr.transducer import Transducer
from desktop_app.core.audio.quiet import quietest_ms
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.models.cuda import cuda_link
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.models.import_chain import import_torch
from desktop_app.core.store.settings import Device, Precision
from desktop_app.core.transcript.values import EngineUse, Span, Word

LABEL = "Parakeet TDT 0.6B v3"
_SECONDS_PER_GIB = 12.0
"""Sound decoded at once for each GiB of a card: five minutes on 24 GiB."""
_BFLOAT16_SINCE = 8
"""The first compute capability that is fast with bfloat16; older cards only pretend."""
_V3_PIECES = 4096
"""The English models know some 1000 pieces, those of 25 languages 8192."""
_HALVED_MS = 2000
_SAMPLES_PER_MS = SAMPLE_RATE_HZ // 1000


@dataclass(frozen=True, slots=True)
class _Clip:
    """Sound to decode: samples float32 [n], and the time in the recording of the first."""

    samples: NDArray[np.float32]
    start_ms: int


class Parakeet:
    """A Parakeet TDT model. It may be used from several threads: they take turns."""

    def __init__(
        self,
        file: Path,
        *,
        sha256: str,
        device: Device | str = Device.AUTO,
        precision: Precision | str = Precision.AUTO,
        label: str = LABEL,
    ) -> None:
        """file: a .nemo file; sha256: of its bytes, in hex. device: 'auto' is a CUDA card where there is one.

        precision: 'auto' is float32 on the processor, and on a card bfloat16 where it has it, else float16. label: what
        the model is called. ModelUnavailable where the file, NeMo, torch or the device cannot be used.
        """
        torch = import_torch(model=label)
        chosen = _device(Device(device), label)
        dtype = getattr(torch, _precision(Precision(precision), chosen))
        model = Transducer(load_parakeet(file, sha256=sha256, label=label), device=chosen, dtype=dtype)
        self._frame_ms = model.frame_ms
        self._decoder = CarefulDecoder(model, label=label, batch_s=_batch_s(chosen))
        self.languages = V3_LANGUAGES if model.piece_count >= _V3_PIECES else ("en",)
        """Those the model was taught, as BCP 47 tags."""
        precise = None if dtype == torch.float32 else str(dtype).removeprefix("torch.")
        self._use = EngineUse(role="asr", name=label, device=chosen, sha256=sha256, note=precise)

    @property
    def use(self) -> EngineUse:
        """What the transcript records about this engine, with what went wrong so far."""
        notes = [note for note in (self._use.note, self._decoder.note) if note]
        return replace(self._use, note="; ".join(notes) or None)

    def recognise_recording(
        self,
        samples: NDArray[np.float32],
        speech: Sequence[Span],
        *,
        vocabulary: Sequence[str] = (),
        on_progress: Callable[[float], None],
    ) -> Iterator[tuple[Word, ...]]:
        """The words, about ten minutes at a time; see RecordingRecogniser.recognise_recording.

        Nothing is held between two of them but the regions' times: close the iterator to stop.
        """
        hearing = _Hearing(self._decoder, self._frame_ms, samples, _phrases(vocabulary))
        regions = cut_speech(samples, speech)
        done_ms, all_ms = 0, sum(region.speech_ms for region in regions)
        for block in blocks_of(regions):
            words: list[Word] = []
            for heard_ms, heard in hearing.words_of_block(block):
                words += heard
                done_ms += heard_ms
                on_progress(done_ms / all_ms)
            yield tuple(sorted(words, key=lambda word: word.start_ms))
        if not regions:
            on_progress(1.0)


class _Hearing:
    """One recording being decoded."""

    def __init__(
        self, decoder: CarefulDecoder, frame_ms: float, samples: NDArray[np.float32], vocabulary: Sequence[str]
    ) -> None:
        self._decoder, self._frame_ms = decoder, frame_ms
        self._samples, self._vocabulary = samples, vocabulary

    def words_of_block(self, block: Sequence[SpeechRegion]) -> Iterator[tuple[int, list[Word]]]:
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


def _phrases(vocabulary: Sequence[str]) -> tuple[str, ...]:
    """The vocabulary without blanks, each phrase once."""
    return tuple(dict.fromkeys(phrase for each in vocabulary if (phrase := " ".join(each.split()))))


def _device(wanted: Device, label: str) -> str:
    import torch

    there = bool(torch.cuda.is_available())
    if wanted is Device.CUDA and not there:
        link = cuda_link()
        raise ModelUnavailable(label, link.detail, link.cure or "Let it run on the processor")
    return "cuda" if there and wanted is not Device.CPU else "cpu"


def _precision(wanted: Precision, device: str) -> str:
    import torch

    if wanted is not Precision.AUTO:
        return wanted.value
    if device == "cpu":
        return "float32"
    return "bfloat16" if torch.cuda.get_device_capability()[0] >= _BFLOAT16_SINCE else "float16"


def _batch_s(device: str) -> float:
    import torch

    if device == "cpu":
        return 0.0
    return float(
        torch.cuda.get_device_properties(torch.cuda.current_device()).total_memory / (1 << 30) * _SECONDS_PER_GIB
    )
