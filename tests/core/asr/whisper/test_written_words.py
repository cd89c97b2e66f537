from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asr.whisper.scripted_transcriber import texts
from desktop_app.core.asr.whisper.clip_transcriber import TimedText
from desktop_app.core.asr.whisper.written_words import written_words
from desktop_app.core.transcript.values import Word

TIMES = st.floats(-1, 40, allow_nan=False)
ANY_TEXT = st.builds(TimedText, st.text("a. -天。�", max_size=4), TIMES, TIMES, st.floats())


def spoken(*timed: tuple[str, float, float]) -> list[str]:
    return [word.text for word in written_words(texts(*timed), clip_ms=30_000)]


def in_a_row(*parts: str, length_s: float = 0.2) -> list[str]:
    return spoken(*((part, at * length_s, (at + 1) * length_s) for at, part in enumerate(parts)))


def test_a_word_has_its_times_and_the_plain_probability() -> None:
    (word,) = written_words(texts((" Kragsand", 1.23, 1.8), probability=0.25), clip_ms=30_000)
    assert word == Word("Kragsand", 1230, 1800, confidence=0.25)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((" Hello", " world,", " again."), ["Hello", "world,", "again."]),
        ((" well", "-known", " 3", ".5"), ["well-known", "3.5"]),
        ((" -", " Yes", " - No"), ["Yes", "No"]),
        ((" and", " -", " so", " ..."), ["and", "so..."]),
        ((" ...", ",", " So"), ["So"]),
        ((' " Hello', ' "'), ['"Hello"']),
        ((" caf\ufffd", "\ufffd", " au"), ["caf", "au"]),
        ((" ♪",), ["♪"]),
        (("", " "), []),
    ],
)
def test_what_belongs_together_is_one_word(parts: tuple[str, ...], words: list[str]) -> None:
    assert in_a_row(*parts) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("今", "天", "天气", "很", "好"), ["今天天气很好"]),
        ((" 我", "用", " Python", "写"), ["我用", "Python写"]),
        (("好", "。", "我们", "去", "，", "吧"), ["好。", "我们去，", "吧"]),
        (("これ", "は", "本", "です"), ["これは本です"]),
        (("สวัสดี", "ครับ"), ["สวัสดีครับ"]),
        ((" 안녕", " 하세요"), ["안녕", "하세요"]),
    ],
)
def test_where_no_spaces_are_written_none_come_in_between(parts: tuple[str, ...], words: list[str]) -> None:
    assert in_a_row(*parts) == words


def test_a_pause_or_three_seconds_end_a_word_without_spaces() -> None:
    assert spoken(("今天", 0.0, 0.5), ("天气", 0.9, 1.2)) == ["今天", "天气"]
    assert [len(word) for word in in_a_row(*("天" * 8), length_s=0.5)] == [6, 2]
    assert spoken((" well", 0.0, 0.3), ("-known", 0.9, 1.2)) == ["well-known"]


def test_words_at_one_time_share_what_is_left_until_the_next() -> None:
    words = written_words(texts((" a", 1, 1), (" b", 1, 1), (" c", 1.03, 1.03)), clip_ms=30_000)
    assert [(word.start_ms, word.end_ms) for word in words] == [(1000, 1015), (1015, 1030), (1030, 1050)]


@given(st.lists(ANY_TEXT, max_size=8))
def test_words_are_in_order_inside_the_clip_and_never_overlap_whatever_comes(found: list[TimedText]) -> None:
    words = written_words(found, clip_ms=30_000)
    assert all(0 <= word.start_ms <= word.end_ms <= 30_020 * 8 for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))
    assert all(word.confidence is not None and 0 <= word.confidence <= 1 for word in words)
    assert all(word.text and word.text == "".join(word.text.split()) for word in words)
