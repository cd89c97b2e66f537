"""What is looked for is found, in each of the ways to look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.editing.finding import PlainQuery

TEXT = st.text("aAäÄßsS '’-–.e\u0301½ æ日ガ", max_size=12)


def hits(query: PlainQuery, text: str) -> list[str]:
    return [text[start:end] for start, end in query.find(text, query.seen(text))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Mosly, mosly; mostly MOSLY.", PlainQuery("mosly"), ["Mosly", "mosly", "MOSLY"]),
        ("Mosly, mosly; mostly MOSLY.", PlainQuery("mosly", match_case=True), ["mosly"]),
        ("the other, The and then", PlainQuery("the", whole_words=True), ["the", "The"]),
        ("the other, The and then", PlainQuery("the", whole_words=True, match_case=True), ["the"]),
        ("Müller, Müllerin", PlainQuery("muller", whole_words=True), ["Müller"]),
        ("Müller, muller", PlainQuery("Müller", match_case=True), ["Müller"]),
        ("over two words, two", PlainQuery("two words", whole_words=True), ["two words"]),
        ("C++ and C", PlainQuery("c++", whole_words=True), ["C++"]),
        ("what (really)?", PlainQuery("(really)?", match_case=True), ["(really)?"]),
        ("今日は 天気が いい", PlainQuery("は天"), ["は 天"]),
        ("今日は 天気が いい", PlainQuery("日は 天気がい"), ["日は 天気が い"]),
        ("今日は天気", PlainQuery("は 天"), ["は天"]),
        ("天気 天気天気", PlainQuery("天気", match_case=True), ["天気", "天気", "天気"]),
        ("ガ ガー", PlainQuery("ガガ"), ["ガ ガ"]),
        ("これ は 本", PlainQuery("は本", whole_words=True), ["は 本"]),
        ("그 는", PlainQuery("그는"), []),
        ("one", PlainQuery("  "), []),
        ("one", PlainQuery(" one "), ["one"]),
    ],
)
def test_what_is_found(text: str, query: PlainQuery, expected: list[str]) -> None:
    assert hits(query, text) == expected


@given(TEXT, TEXT, st.booleans(), st.booleans())
def test_as_many_are_counted_as_are_found_in_order_and_none_over_another(
    text: str, wanted: str, whole_words: bool, match_case: bool
) -> None:
    query = PlainQuery(wanted, whole_words, match_case)
    found = query.find(text, query.seen(text))
    if len(query.wanted) < 2 or match_case or whole_words:
        assert query.count(text, query.seen(text)) == len(found)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in zip(found, found[1:], strict=False))


@given(TEXT, TEXT)
def test_every_narrower_way_finds_less(text: str, wanted: str) -> None:
    wide, whole = PlainQuery(wanted), PlainQuery(wanted, whole_words=True)
    assert len(hits(whole, text)) <= len(hits(wide, text))
    assert all(hit == wanted.strip() for hit in hits(PlainQuery(wanted, match_case=True), text))
