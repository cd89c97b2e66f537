from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.asr.estimated_times import estimate_word_times

TEXTS = st.text(max_size=200)
DURATIONS_MS = st.integers(0, 60_000)


@settings(deadline=None)
@given(TEXTS, DURATIONS_MS)
def test_no_word_is_lost_or_changed(text: str, duration_ms: int) -> None:
    assert [word.text for word in estimate_word_times(text, duration_ms)] == text.split()


@settings(deadline=None)
@given(TEXTS.filter(lambda text: bool(text.split())), DURATIONS_MS)
def test_words_fill_the_turn_from_end_to_end_without_overlap(text: str, duration_ms: int) -> None:
    words = estimate_word_times(text, duration_ms)
    assert (words[0].start_ms, words[-1].end_ms) == (0, duration_ms)
    assert all(word.start_ms <= word.end_ms for word in words)
    assert all(before.end_ms == after.start_ms for before, after in pairwise(words))


@settings(deadline=None)
@given(TEXTS, DURATIONS_MS)
def test_every_time_is_marked_as_estimated(text: str, duration_ms: int) -> None:
    assert all(word.estimated and word.confidence is None for word in estimate_word_times(text, duration_ms))


def test_a_longer_word_takes_longer() -> None:
    words = estimate_word_times("a house boat", 1200)
    assert [(word.start_ms, word.end_ms) for word in words] == [(0, 185), (185, 738), (738, 1200)]


def test_no_text_has_no_words() -> None:
    assert estimate_word_times(" \n", 1000) == ()
