from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.asr.speech_regions import (
    LEAD_IN_MS,
    LEAD_OUT_MS,
    LONG_PAUSE_MS,
    MAX_REGION_MS,
    SpeechRegion,
    cut_speech,
)
from desktop_app.core.transcript.values import Span

SAMPLES_PER_MS = 16
HISS = (0.1 * np.random.default_rng(3).standard_normal(16 * 400_000)).astype(np.float32)


def every(length_ms: int, pause_ms: int, count: int) -> list[Span]:
    step_ms = length_ms + pause_ms
    return [Span(at * step_ms, at * step_ms + length_ms) for at in range(count)]


def lengths_ms(regions: list[SpeechRegion]) -> list[int]:
    return [region.speech[-1].end_ms - region.speech[0].start_ms for region in regions]


def test_regions_are_about_half_a_minute_where_pauses_are_alike() -> None:
    regions = cut_speech(HISS, every(3000, 300, 100))
    assert all(25_000 <= length_ms <= 40_000 for length_ms in lengths_ms(regions)[:-1])


def test_a_region_ends_at_a_long_pause_near_the_target() -> None:
    speech = every(3000, 300, 6)
    after = [Span(span.start_ms + 1500, span.end_ms + 1500) for span in every(3000, 300, 16)[6:]]
    assert len(cut_speech(HISS, speech + after)[0].speech) == 6


def test_silence_of_many_seconds_is_not_decoded() -> None:
    speech = [Span(0, 1000), Span(1000 + LONG_PAUSE_MS, 8000)]
    assert [region.speech for region in cut_speech(HISS, speech)] == [(speech[0],), (speech[1],)]


def test_speech_without_a_pause_is_cut_where_it_is_quietest() -> None:
    samples = HISS[: 100_000 * SAMPLES_PER_MS].copy()
    samples[42_000 * SAMPLES_PER_MS : 42_100 * SAMPLES_PER_MS] = 0
    first, second = cut_speech(samples, [Span(0, 100_000)])
    assert 42_000 <= first.span.end_ms <= 42_100
    assert second.span.start_ms == first.span.end_ms


def test_margins_are_silence_and_at_most_half_a_pause() -> None:
    speech = [Span(1000, 19_000), Span(19_300, 70_000)]
    first, second = cut_speech(HISS[: 70_100 * SAMPLES_PER_MS], speech)
    assert first.span == Span(1000 - LEAD_IN_MS, 19_150)
    assert second.span == Span(19_150, 70_100)
    far = [Span(1000, 19_000), Span(29_000, 50_000)]
    assert cut_speech(HISS, far)[0].span.end_ms == 19_000 + LEAD_OUT_MS


def test_speech_beyond_the_recording_is_left_out() -> None:
    regions = cut_speech(HISS[: 2000 * SAMPLES_PER_MS], [Span(500, 1000), Span(1500, 2600), Span(3000, 4000)])
    assert [region.speech for region in regions] == [(Span(500, 1000), Span(1500, 2000))]


def test_no_speech_has_no_regions() -> None:
    assert cut_speech(HISS, []) == []


@st.composite
def timelines(draw: st.DrawFn) -> list[Span]:
    spans, at_ms = [], 0
    for _ in range(draw(st.integers(1, 12))):
        at_ms += draw(st.integers(1, 7000))
        end_ms = at_ms + draw(st.sampled_from([40, 700, 5000, 20_000, 90_000]))
        if end_ms > 400_000:
            break
        spans.append(Span(at_ms, end_ms))
        at_ms = end_ms
    return spans


@settings(deadline=None, max_examples=60)
@given(timelines())
def test_all_speech_is_in_exactly_one_region_and_none_is_too_long(speech: list[Span]) -> None:
    regions = cut_speech(HISS, speech)
    assert sum(region.speech_ms for region in regions) == sum(span.duration_ms for span in speech)
    assert all(length_ms <= MAX_REGION_MS for length_ms in lengths_ms(regions))
    assert all(before.span.end_ms <= after.span.start_ms for before, after in pairwise(regions))
    assert all(
        region.span.start_ms <= part.start_ms and part.end_ms <= region.span.end_ms
        for region in regions
        for part in region.speech
    )


def test_regions_can_be_kept_to_what_a_model_hears_at_once() -> None:
    for speech in (every(3000, 300, 100), [Span(0, 390_000)]):
        regions = cut_speech(HISS, speech, most_ms=29_400)
        assert max(lengths_ms(regions)) <= 29_400
        assert max(region.span.duration_ms for region in regions) <= 30_000
        assert sum(region.speech_ms for region in regions) == sum(span.duration_ms for span in speech)
