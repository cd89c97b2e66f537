import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.transcript.joined_text import closed_up, joined, place_in_spaced, runs_on

LETTERS = "aßЖ1, .。、「」今日は天気ガー한글ไทยＡ９！"
words = st.lists(st.text(LETTERS.replace(" ", ""), min_size=1, max_size=4), max_size=8)


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (["Good", "morning."], "Good morning."),
        (["今日は", "天気がいい。", "はい、", "そうです。"], "今日は天気がいい。はい、そうです。"),
        (["我", "用", "Python", "写", "的"], "我用 Python 写的"),
        (["안녕하세요", "여러분"], "안녕하세요 여러분"),
        (["สวัสดี", "ครับ"], "สวัสดี ครับ"),
        (["ＡＢＣ", "ＤＥＦ"], "ＡＢＣ ＤＥＦ"),
        (["ﾃﾞｰﾀ", "です"], "ﾃﾞｰﾀです"),
        (["𠮷野家", "で"], "𠮷野家で"),
        ([], ""),
        ([""], ""),
    ],
)
def test_a_space_stands_where_one_is_written(texts: list[str], text: str) -> None:
    assert joined(texts) == text


@given(words)
def test_only_spaces_go_and_only_between_letters_that_run_on(texts: list[str]) -> None:
    text, spaced = joined(texts), " ".join(texts)
    assert text.replace(" ", "") == spaced.replace(" ", "")
    assert closed_up(text) == text
    assert not any(runs_on(one) and between == " " and runs_on(other) for one, between, other in _threes(text))
    gone = [
        at for at, three in enumerate(_threes(spaced)) if three[1] == " " and runs_on(three[0]) and runs_on(three[2])
    ]
    assert len(text) == len(spaced) - len(gone)


@given(words)
def test_a_place_is_that_of_the_same_letter(texts: list[str]) -> None:
    spaced = " ".join(texts)
    text = closed_up(spaced)
    assert [spaced[place_in_spaced(spaced, place)] for place in range(len(text))] == list(text)


def _threes(text: str) -> list[tuple[str, str, str]]:
    return list(zip(text, text[1:], text[2:], strict=False))
