"""Regular expressions find, replace with back-references, and say what is wrong with them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import FindOptions, Found
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.core.editing.replacing import replaced

PATTERN = FindOptions(is_pattern=True)


def found(pattern: str, text: str, options: FindOptions = PATTERN, new: str = "") -> list[Found]:
    search = PatternSearch(pattern, options)
    (found,), (spans,) = search.found([text], new), search.spans([text])
    assert [(each.start, each.end) for each in found] == spans
    return found


def test_each_text_has_its_matches() -> None:
    assert PatternSearch("h.rb", PATTERN).spans(["Harbour, herb", "no"]) == [[(0, 4), (9, 13)], []]


def test_case_counts_where_it_is_asked_for() -> None:
    assert found("h", "Hh", FindOptions(is_pattern=True, match_case=True)) == [Found(1, 2)]


def test_whole_words_go_for_every_branch() -> None:
    whole = FindOptions(is_pattern=True, whole_words=True)
    assert found("the|an", "the other, an and", whole) == [Found(0, 3), Found(11, 13)]


def test_groups_come_back_in_what_is_put_there() -> None:
    hits = found(r"(\w+) (?P<last>\w+)", "Anna Lind spoke", new=r"\g<last>, \1")
    assert replaced("Anna Lind spoke", hits) == "Lind, Anna spoke"


def test_a_group_that_took_no_part_is_nothing() -> None:
    assert replaced("ab", found("a(x)?", "ab", new=r"[\1]")) == "[]b"


def test_matches_of_no_letter_are_none() -> None:
    assert found("x*", "axa") == [Found(1, 2)]


@pytest.mark.parametrize("pattern", ["(", "a**", "[z-a]", "(?P<1>a)", "\\", "a{9999999999999}"])
def test_what_is_wrong_with_an_expression_is_a_sentence(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"^This is no regular expression: .+\.$"):
        found(pattern, "text")


def test_where_it_is_wrong_is_told() -> None:
    with pytest.raises(PatternError, match="missing \\), unterminated subpattern at character 3"):
        found("ab(", "text")


@pytest.mark.parametrize("new", [r"\2", r"\g<who>", "\\", r"\q"])
def test_what_cannot_be_put_there_is_a_sentence_too(new: str) -> None:
    with pytest.raises(PatternError, match=r"^Nothing can be replaced by this: .+\.$"):
        found("(a)", "b", new=new)


@given(st.text("ab(", max_size=8), st.text("ab( ", max_size=20), st.text("xy ", max_size=3))
def test_literal_expressions_replace_as_strings_do(wanted: str, text: str, new: str) -> None:
    if wanted:
        options = FindOptions(is_pattern=True, match_case=True)
        assert replaced(text, found(re.escape(wanted), text, options, new)) == text.replace(wanted, new)
