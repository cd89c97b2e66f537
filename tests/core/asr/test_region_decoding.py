import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from asr.scripted_piece_model import Clips, ScriptedPieceModel
from desktop_app.core.asr.batches import BLOCK_MS
from desktop_app.core.asr.careful_decoding import CarefulDecoder
from desktop_app.core.asr.region_decoding import RegionDecoder
from desktop_app.core.asr.speech_regions import cut_speech
from desktop_app.core.asr.tokens import Piece
from desktop_app.core.models.errors import ModelUnavailable
from desktop_app.core.transcript.values import Span, Word

pytest.importorskip("torch")
SAMPLES_PER_MS = 16
FRAME_SAMPLES = 80 * SAMPLES_PER_MS
TONE = np.full(60_000 * SAMPLES_PER_MS, 0.1, np.float32)


def a_word_every_second(clip: NDArray[np.float32]) -> tuple[Piece, ...]:
    seconds = np.arange(0, len(clip) // FRAME_SAMPLES, 12)
    return tuple(Piece(f"▁word{at}", int(frame), 2, 0.9) for at, frame in enumerate(seconds))


def hear(model: ScriptedPieceModel, samples: NDArray[np.float32], speech: list[Span]) -> list[Word]:
    hearing = RegionDecoder(CarefulDecoder(model, label="Scripted", batch_s=120.0), model.frame_ms, samples, ())
    blocks = hearing.words_of(cut_speech(samples, speech), lambda _: None)
    return [word for block in blocks for word in block]


def empty_unless(understood: list[int]) -> ScriptedPieceModel:
    """Silent but for clips of these lengths in samples."""
    return ScriptedPieceModel(lambda clip: (Piece("▁heard", 3, 1, 0.9),) if len(clip) in understood else ())


def test_words_lie_where_their_region_lies_whatever_the_batch() -> None:
    speech = [Span(1000, 9000), Span(15_000, 20_000), Span(40_000, 58_000)]
    together = hear(ScriptedPieceModel(a_word_every_second), TONE, speech)
    alone = hear(ScriptedPieceModel(a_word_every_second, graphs=False), TONE, speech)
    assert together == alone
    assert together[0].start_ms == 800
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(together))


def test_clips_of_like_length_are_decoded_together() -> None:
    speech = [Span(at * 25_000, at * 25_000 + length) for at, length in enumerate([5000, 15_000, 5000, 15_000])]
    model = ScriptedPieceModel(a_word_every_second)
    hear(model, np.tile(TONE, 2), speech)
    lengths = [length for batch in model.heard for length in batch]
    assert len(model.heard) < 4
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(("length_ms", "start_ms"), [(10_000, 5240), (10_400, 5040)])
def test_speech_that_was_passed_over_is_heard_with_other_borders(length_ms: int, start_ms: int) -> None:
    model = empty_unless([length_ms * SAMPLES_PER_MS])
    (word,) = hear(model, TONE, [Span(5000, 15_000)])
    assert model.heard[0] == [10_600 * SAMPLES_PER_MS]
    assert model.heard[-1] == [length_ms * SAMPLES_PER_MS]
    assert word.start_ms == start_ms


def test_speech_that_was_passed_over_is_heard_in_halves_at_last() -> None:
    samples = TONE.copy()
    samples[9000 * SAMPLES_PER_MS : 9100 * SAMPLES_PER_MS] = 0
    model = ScriptedPieceModel(lambda clip: (Piece("▁half", 0, 1, 0.9),) if len(clip) < 7000 * SAMPLES_PER_MS else ())
    words = hear(model, samples, [Span(5000, 15_000)])
    assert [word.text for word in words] == ["half", "half"]
    assert words[0].start_ms == 5000
    assert 9000 <= words[1].start_ms <= 9100


def test_what_has_no_words_with_any_borders_has_none() -> None:
    assert hear(empty_unless([]), TONE, [Span(5000, 15_000)]) == []


def test_three_seconds_without_a_word_are_not_asked_for_again() -> None:
    model = empty_unless([])
    assert hear(model, TONE, [Span(5000, 8000)]) == []
    assert len(model.heard) == 1


def test_a_stretch_lost_in_the_middle_is_filled_in() -> None:
    def said(clip: NDArray[np.float32]) -> tuple[Piece, ...]:
        if len(clip) > 15_000 * SAMPLES_PER_MS:
            return Piece("▁first", 3, 2, 0.9), Piece("▁last", 190, 2, 0.9)
        return (Piece("▁between", 50, 2, 0.9),)

    words = hear(ScriptedPieceModel(said), TONE, [Span(1000, 17_000)])
    assert [word.text for word in words] == ["first", "between", "last"]
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))


def test_loops_are_cut_and_words_in_silence_are_dropped() -> None:
    def said(clip: NDArray[np.float32]) -> tuple[Piece, ...]:
        loop = [Piece("▁la" if at % 2 else "▁tra", 3 + at, 1, 0.9) for at in range(10)]
        return *loop, Piece("▁ghost", 60, 2, 0.9), Piece("▁end", 100, 2, 0.9)

    words = hear(ScriptedPieceModel(said), TONE, [Span(1000, 3000), Span(7600, 10_000)])
    assert [word.text for word in words] == ["tra", "la", "end"]


def test_hours_are_heard_in_little_memory_and_in_blocks() -> None:
    hours = np.broadcast_to(np.float32(0.1), (3 * 3600 * 1000 * SAMPLES_PER_MS,))
    speech = [Span(start_ms, start_ms + 19_500) for start_ms in range(0, 10_800_000, 20_000)]
    model = ScriptedPieceModel(a_word_every_second)
    hearing = RegionDecoder(CarefulDecoder(model, label="Scripted", batch_s=300.0), model.frame_ms, hours, ())
    progress: list[float] = []
    blocks, words, last_ms = 0, 0, 0
    tracemalloc.start()
    try:
        for block in hearing.words_of(cut_speech(hours, speech), progress.append):
            assert last_ms <= block[0].start_ms
            assert block[-1].end_ms - block[0].start_ms <= BLOCK_MS + 60_000
            blocks, words, last_ms = blocks + 1, words + len(block), block[-1].end_ms
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert 18 <= blocks <= 22
    assert words > 9000
    assert progress == sorted(progress)
    assert progress[-1] == pytest.approx(1)
    assert peak_bytes < 50_000_000


def test_an_error_while_decoding_is_told_and_leaves_the_decoder_free() -> None:
    broken = [True]

    def fails(batch: Clips, graphs: bool) -> None:
        if broken[0]:
            raise RuntimeError("driver gone")

    model = ScriptedPieceModel(a_word_every_second, graphs=False, fails=fails)
    decoder = CarefulDecoder(model, label="Scripted", batch_s=0.0)
    hearing = RegionDecoder(decoder, model.frame_ms, TONE, ())
    regions = cut_speech(TONE, [Span(0, 20_000)])
    with pytest.raises(ModelUnavailable, match="driver gone"):
        list(hearing.words_of(regions, lambda _: None))
    broken[0] = False
    assert list(hearing.words_of(regions, lambda _: None))
