"""A recording's speech cut into regions: what is decoded in one go, whoever speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.audio.quiet_points import quietest_ms
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span

MIN_REGION_MS = 15_000
MAX_REGION_MS = 60_000
TARGET_MS = 30_000
"""Long enough for the model to use what was said before, short enough for many at once on a card."""
LONG_PAUSE_MS = 5000
"""Such a pause is not worth decoding: it ends a region however short."""
LEAD_IN_MS = 200
"""Transducers lose words after half a second of silence at the start, and at a start without any."""
LEAD_OUT_MS = 400
"""A last word is understood by what follows it, and emitted late."""
_PAUSE_COUNTED_MS = 2000
# Ten seconds away from the target weigh as much as 200 ms of pause.
_MS_PER_PAUSE_MS = 50


@dataclass(frozen=True, slots=True)
class SpeechRegion:
    """Speech that is decoded in one go. span: of the sound, with some silence around; speech: within it."""

    span: Span
    speech: tuple[Span, ...]

    @property
    def speech_ms(self) -> int:
        """How much of it is speech."""
        return sum(span.duration_ms for span in self.speech)


def cut_speech(
    samples: NDArray[np.float32], speech: Sequence[Span], *, most_ms: int = MAX_REGION_MS
) -> list[SpeechRegion]:
    """The speech in regions of 15 s and more where its pauses let them, in order; their spans do not overlap.

    samples: the recording, float32 [n], 16 kHz: speech without a pause is cut where it is quietest. speech: ordered and
    disjoint; what lies beyond the recording's end is left out. most_ms: of a region's speech, from its first to its
    last.
    """
    duration_ms = len(samples) * 1000 // SAMPLE_RATE_HZ
    inside = [Span(span.start_ms, min(span.end_ms, duration_ms)) for span in speech if span.start_ms < duration_ms]
    spans = [part for span in inside for part in _cut_at_quiet(span, samples, most_ms) if part.duration_ms]
    return list(_with_margins(list(_grouped(spans, most_ms)), duration_ms))


def _cut_at_quiet(span: Span, samples: NDArray[np.float32], most_ms: int) -> list[Span]:
    if span.duration_ms <= most_ms:
        return [span]
    quarter_ms = span.duration_ms // 4
    cut_ms = quietest_ms(samples, span.start_ms + quarter_ms, span.end_ms - quarter_ms)
    parts = Span(span.start_ms, cut_ms), Span(cut_ms, span.end_ms)
    return [each for part in parts for each in _cut_at_quiet(part, samples, most_ms)]


def _grouped(spans: Sequence[Span], most_ms: int) -> Iterator[tuple[Span, ...]]:
    first = 0
    while first < len(spans):
        after = _cut_after(spans, first, most_ms)
        yield tuple(spans[first:after])
        first = after


def _cut_after(spans: Sequence[Span], first: int, most_ms: int) -> int:
    """Where the region that begins with this span ends: at the best pause near the target length."""
    start_ms = spans[first].start_ms
    target_ms = min(TARGET_MS, most_ms * 5 // 6)
    best: tuple[bool, float] | None = None
    cut = first + 1
    for after in range(first + 1, len(spans) + 1):
        length_ms = spans[after - 1].end_ms - start_ms
        if length_ms > most_ms:
            break
        pause_ms = spans[after].start_ms - spans[after - 1].end_ms if after < len(spans) else LONG_PAUSE_MS
        counted_ms = min(pause_ms, _PAUSE_COUNTED_MS)
        value = length_ms >= MIN_REGION_MS, counted_ms - abs(length_ms - target_ms) / _MS_PER_PAUSE_MS
        if best is None or value >= best:
            best, cut = value, after
        if pause_ms >= LONG_PAUSE_MS:
            return after if length_ms < MIN_REGION_MS else cut
    return cut


def _with_margins(groups: Sequence[tuple[Span, ...]], duration_ms: int) -> Iterator[SpeechRegion]:
    """The groups with silence before and after, at most half the pause to the next."""
    before_ms = 0
    for index, group in enumerate(groups):
        end_ms = group[-1].end_ms
        following_ms = (end_ms + groups[index + 1][0].start_ms) // 2 if index + 1 < len(groups) else duration_ms
        start_ms = max(group[0].start_ms - LEAD_IN_MS, before_ms)
        yield SpeechRegion(Span(start_ms, min(end_ms + LEAD_OUT_MS, following_ms)), group)
        before_ms = following_ms
