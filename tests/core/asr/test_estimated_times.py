from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.packaged_recordings import READER, packaged_samples
from numpy.typing import NDArray

from asr.two_cities import PHRASES
from desktop_app.core.asr.estimated_times import estimate_word_times
from desktop_app.core.audio.resample import SAMPLE_RATE_HZ
from desktop_app.core.transcript.values import Span

TEXTS = st.text(max_size=80)
DURATIONS_MS = st.integers(0, 4000)
FRAME_MS = 20


def hiss(duration_ms: int) -> NDArray[np.float32]:
    """Noise in which no word can be told from another."""
    rng = np.random.default_rng(1)
    return np.asarray(rng.standard_normal(duration_ms * SAMPLE_RATE_HZ // 1000) * 0.1, np.float32)


@st.composite
def stretches(draw: st.DrawFn) -> list[Span]:
    borders = draw(st.lists(st.integers(0, 4000), max_size=6, unique=True).map(sorted))
    return [Span(start, end) for start, end in zip(borders[::2], borders[1::2], strict=False)]


@settings(deadline=None)
@given(TEXTS, DURATIONS_MS, stretches())
def test_no_word_is_lost_or_changed_and_each_is_marked_as_estimated(
    text: str, duration_ms: int, speech: list[Span]
) -> None:
    words = estimate_word_times(text, hiss(duration_ms), speech)
    assert [word.text for word in words] == text.split()
    assert all(word.estimated and word.confidence is None for word in words)


@settings(deadline=None)
@given(TEXTS, DURATIONS_MS, stretches())
def test_words_are_in_order_inside_the_sound(text: str, duration_ms: int, speech: list[Span]) -> None:
    words = estimate_word_times(text, hiss(duration_ms), speech)
    assert all(0 <= word.start_ms <= word.end_ms <= duration_ms for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))


@settings(deadline=None)
@given(TEXTS, stretches().filter(bool))
def test_no_word_begins_or_ends_outside_the_speech(text: str, speech: list[Span]) -> None:
    for word in estimate_word_times(text, hiss(4000), speech):
        assert any(span.start_ms <= word.start_ms <= span.end_ms for span in speech)
        assert any(span.start_ms <= word.end_ms <= span.end_ms for span in speech)


@pytest.mark.parametrize("pause_ms", [300, 900, 2000])
def test_a_word_begins_behind_a_pause_that_the_segmentation_bridges(pause_ms: int) -> None:
    loud, quiet = hiss(600), hiss(pause_ms) * 0.001
    first, second = estimate_word_times("summer, winter", np.concatenate([loud, quiet, loud]))
    assert first.start_ms <= 2 * FRAME_MS
    assert abs(first.end_ms - 600) <= 3 * FRAME_MS
    assert abs(second.start_ms - 600 - pause_ms) <= 3 * FRAME_MS


def test_a_text_that_is_too_long_for_its_speech_is_spread_over_it() -> None:
    speech = [Span(0, 200), Span(1500, 1700)]
    words = estimate_word_times("extraordinary circumstances, unbelievably extraordinary", hiss(2000), speech)
    assert [word.start_ms for word in words] == sorted(word.start_ms for word in words)
    assert (words[0].start_ms, words[-1].end_ms) == (0, 1700)
    assert len({word.start_ms for word in words}) == len(words)


def test_no_text_has_no_words() -> None:
    assert estimate_word_times(" \n", hiss(1000)) == ()


def test_phrases_of_a_reader_begin_where_they_are_heard() -> None:
    phrases = PHRASES[:8]
    first_ms, last_ms = round(phrases[0].start_s * 1000) - 150, round(phrases[-1].end_s * 1000) + 150
    sound = packaged_samples(READER)[first_ms * 16 : last_ms * 16]
    words = iter(estimate_word_times(" ".join(phrase.text for phrase in phrases), sound))
    starts_ms = [next(words).start_ms + first_ms for phrase in phrases for _ in [*phrase.text.split()]]
    at = np.cumsum([0, *(len(phrase.text.split()) for phrase in phrases[:-1])])
    wrong_ms = sorted(abs(starts_ms[first] - phrase.start_s * 1000) for first, phrase in zip(at, phrases, strict=True))
    assert wrong_ms[len(wrong_ms) // 2] < 30
    assert wrong_ms[-2] < 100
