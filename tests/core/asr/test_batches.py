from desktop_app.core.asr.batches import BLOCK_MS, blocks_of, next_batch
from desktop_app.core.asr.speech_regions import SpeechRegion
from desktop_app.core.transcript.values import Span


def regions(*lengths_ms: int) -> list[SpeechRegion]:
    found, at_ms = [], 0
    for length_ms in lengths_ms:
        span = Span(at_ms, at_ms + length_ms)
        found.append(SpeechRegion(span, (span,)))
        at_ms = span.end_ms
    return found


def test_ten_hours_come_in_order_in_blocks_of_ten_minutes() -> None:
    hours = regions(*[30_000] * 1200)
    blocks = list(blocks_of(hours))
    assert [region for block in blocks for region in block] == hours
    assert {len(block) for block in blocks} == {BLOCK_MS // 30_000}


def test_a_region_longer_than_a_block_is_one() -> None:
    assert [len(block) for block in blocks_of(regions(1000, BLOCK_MS + 1, 1000))] == [1, 1, 1]


def test_a_batch_holds_as_many_seconds_as_it_may_counting_what_is_padded() -> None:
    waiting = regions(40_000, 30_000, 10_000, 10_000)
    assert [next_batch(waiting, batch_s) for batch_s in (0.0, 39.0, 79.0, 80.0, 120.0, 1000.0)] == [1, 1, 1, 2, 3, 4]
