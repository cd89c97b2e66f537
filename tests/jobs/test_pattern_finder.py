"""Regular expressions in a process of their own: what they find, what is wrong with them, and what takes too long."""

from collections.abc import Iterator
from multiprocessing import active_children
from time import monotonic

import pytest

from desktop_app.core.editing.errors import PatternError
from desktop_app.core.editing.finding import FindOptions, Found
from desktop_app.core.editing.patterns import PatternSearch
from desktop_app.jobs.pattern_finder import PatternFinder

PATTERN = FindOptions(is_pattern=True)
WITHOUT_END = PatternSearch("(a+)+b", PATTERN)


@pytest.fixture
def finder() -> Iterator[PatternFinder]:
    made = PatternFinder()
    yield made
    made.close()
    assert [child for child in active_children() if child.name == "diarist-patterns"] == []


def test_each_text_has_its_matches(finder: PatternFinder) -> None:
    search = PatternSearch("(h)arbour", PATTERN)
    assert finder.spans(search, ["the harbour", "", "no"]) == [[(4, 11)], [], []]
    assert finder.found(search, ["the harbour", "no"], r"\1-") == [[Found(4, 11, "h-")], []]
    assert finder.spans(WITHOUT_END, ["aab"]) == [[(0, 3)]]


def test_what_is_no_expression_is_told_and_the_next_search_goes_on(finder: PatternFinder) -> None:
    with pytest.raises(PatternError, match=r"^This is no regular expression"):
        finder.spans(PatternSearch("(", PATTERN), ["a"])
    assert finder.spans(WITHOUT_END, ["ab"]) == [[(0, 2)]]


def test_what_takes_for_ever_is_ended_in_time_and_the_next_search_goes_on(finder: PatternFinder) -> None:
    finder.spans(WITHOUT_END, ["ab"])
    begun_s = monotonic()
    with pytest.raises(PatternError, match=r"^This expression takes too long"):
        finder.spans(WITHOUT_END, ["a" * 60])
    assert monotonic() - begun_s < 10  # without an end it would be years
    assert finder.spans(WITHOUT_END, ["ab"]) == [[(0, 2)]]


def test_a_process_that_was_ended_is_told_and_another_begun(finder: PatternFinder) -> None:
    finder.spans(WITHOUT_END, ["ab"])
    (process,) = (child for child in active_children() if child.name == "diarist-patterns")
    process.kill()
    process.join()
    with pytest.raises(PatternError, match="just now"):
        finder.spans(WITHOUT_END, ["ab"])
    assert finder.spans(WITHOUT_END, ["ab"]) == [[(0, 2)]]
