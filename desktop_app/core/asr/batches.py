"""Regions gathered: in blocks that memory holds, and in batches that a card decodes at once."""

from collections.abc import Iterator, Sequence

from desktop_app.core.asr.speech_regions import SpeechRegion

BLOCK_MS = 600_000


def blocks_of(regions: Sequence[SpeechRegion], longest_ms: int = BLOCK_MS) -> Iterator[list[SpeechRegion]]:
    """The regions in order, about so much sound at a time."""
    block: list[SpeechRegion] = []
    length_ms = 0
    for region in regions:
        if block and length_ms + region.span.duration_ms > longest_ms:
            yield block
            block, length_ms = [], 0
        block.append(region)
        length_ms += region.span.duration_ms
    if block:
        yield block


def next_batch(waiting: Sequence[SpeechRegion], batch_s: float) -> int:
    """How many of the regions, longest first, are decoded at once: at least one, at most batch_s seconds padded."""
    longest_ms = waiting[0].span.duration_ms
    return max(1, min(len(waiting), int(batch_s * 1000) // max(1, longest_ms)))
