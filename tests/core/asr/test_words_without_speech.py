from desktop_app.core.asr.words_without_speech import TOLERANCE_MS, inside, over_speech, unheard
from desktop_app.core.transcript.values import Span, Word


def word(start_ms: int, end_ms: int) -> Word:
    return Word("word", start_ms, end_ms, 0.9)


def test_a_word_in_silence_is_dropped_and_one_a_little_late_is_kept() -> None:
    speech = [Span(1000, 2000), Span(6000, 7000)]
    late, silent, early = word(2300, 2380), word(4000, 4080), word(5700, 5780)
    assert over_speech([late, silent, early], speech) == (late, early)
    assert over_speech([word(2000 + TOLERANCE_MS, 2500)], speech) == ()


def test_a_word_is_cut_off_at_the_end_and_one_beyond_it_is_dropped() -> None:
    found = inside([word(900, 980), word(1000, 1080), word(1960, 2040), word(2000, 2080)], Span(1000, 2000))
    assert found == (word(1000, 1080), word(1960, 2000))


def test_speech_of_more_than_three_seconds_without_a_word_is_unheard() -> None:
    speech = [Span(0, 4000), Span(5000, 9000)]
    assert unheard([], speech) == [Span(0, 9000)]
    assert unheard([word(100, 200), word(3000, 3100), word(5000, 5100)], speech) == [Span(5100, 9000)]
    assert unheard([word(3500, 3600)], speech) == [Span(0, 3500), Span(3600, 9000)]
    assert unheard([word(2900, 3000), word(6000, 6100)], speech) == []


def test_only_the_speech_of_a_gap_counts() -> None:
    assert unheard([word(900, 1000)], [Span(0, 1000), Span(9000, 11_000)]) == []
    assert unheard([word(900, 1000)], [Span(0, 1000), Span(9000, 12_100)]) == [Span(9000, 12_100)]
