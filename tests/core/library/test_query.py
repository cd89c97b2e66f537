"""What a text in the search field means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.library.query import Query, Term, read_query


def words(*texts: str) -> tuple[Term, ...]:
    return tuple(Term(tuple(text.rstrip("*").split()), text.endswith("*")) for text in texts)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Meet Budget", words("meet*", "budget*")),
        ('"annual meeting" room', words("annual meeting", "room*")),
        ('"annual mee', words("annual mee*")),
        ("„geht gut“ so", words("geht gut", "so*")),
        ("don't", words("don t")),
        ("well-known", words("well known*")),
        ("a", words("a")),
        ("会議", words("会 議")),
        ("meet meet MEET", words("meet*")),
        ("", ()),
        ('"" " ', ()),
        ("***", ()),
    ],
)
def test_words_may_be_beginnings_and_quotes_keep_words_together(text: str, terms: tuple[Term, ...]) -> None:
    assert read_query(text) == Query(terms)


def test_a_novel_is_cut_to_what_anybody_looks_for() -> None:
    assert len(read_query("many words " * 10_000 + "x").terms) <= 16
    assert len(read_query(" ".join(map(str, range(1000)))).terms) == 16


@given(st.text())
def test_every_text_means_something_or_nothing(text: str) -> None:
    assert all(term.words and all(term.words) for term in read_query(text).terms)
